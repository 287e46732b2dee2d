//! `provides`: what a provider says it implements.

use super::{drift, table};
use crate::facts::FacadeKey;
use crate::finding::{Finding, Help};
use crate::packages::{Package, Packages};
use crate::rules::items::{below, facade_key, library_facts, provided};
use std::collections::BTreeSet;

pub(super) fn check(packages: &Packages, package: &Package) -> Vec<Finding> {
    let facts = library_facts(package);
    let readable = facts.is_some_and(|facts| facts.unread.is_empty());
    let said = &package.manifest.provides;
    if said.is_empty() || !readable {
        return Vec::new();
    }
    let done = provided(packages, package);
    // Who implements a core says so by its front, too: that is the name that programs know.
    let behind = |key: &FacadeKey| cores(packages, key).any(|core| done.contains(&core));
    let wrong = said
        .iter()
        .enumerate()
        .filter(|(_, key)| !done.contains(*key) && !behind(key));
    let mut findings: Vec<Finding> = wrong
        .map(|(nth, key)| not_done(package, nth, key, &done))
        .collect();
    let versions = |key: &&FacadeKey| said.iter().all(|said| said.name != key.name);
    let unsaid = done
        .iter()
        .filter(|key| !said.contains(key))
        .filter(|key| {
            !said
                .iter()
                .any(|said| cores(packages, said).any(|core| core == **key))
        })
        .filter(versions);
    findings.extend(unsaid.map(|key| not_said(package, key, &done)));
    findings
}

/// The façades behind a front.
fn cores<'a>(packages: &'a Packages, front: &FacadeKey) -> impl Iterator<Item = FacadeKey> + 'a {
    let mut known = packages.values();
    let front = known.find(|package| {
        package.manifest.facade.is_some() && facade_key(package).as_ref() == Some(front)
    });
    let below = front.into_iter().flat_map(|front| below(packages, front));
    below.skip(1).filter_map(facade_key)
}

fn not_done(
    package: &Package,
    nth: usize,
    said: &FacadeKey,
    done: &BTreeSet<FacadeKey>,
) -> Finding {
    let name = &package.name;
    let other = done.iter().find(|done| done.name == said.name);
    let message = match other {
        Some(other) => format!("`provides` says `{said}`, and `{name}` implements `{other}`"),
        None => format!("`provides` says `{said}`, and `{name}` implements nothing of it"),
    };
    let label = if other.is_some() {
        "another version"
    } else {
        "nothing in the code says so"
    };
    drift(
        package,
        &["provides", &nth.to_string()],
        message,
        label,
        Vec::new(),
        vec![rewrite(done)],
    )
}

fn not_said(package: &Package, key: &FacadeKey, done: &BTreeSet<FacadeKey>) -> Finding {
    drift(
        package,
        &["provides"],
        format!(
            "`{}` implements `{key}`, and `provides` does not say so",
            package.name
        ),
        "not in this list",
        Vec::new(),
        vec![rewrite(done)],
    )
}

/// The line that agrees with the code.
fn rewrite(done: &BTreeSet<FacadeKey>) -> Help {
    let keys: Vec<String> = done.iter().map(|key| format!("\"{key}\"")).collect();
    if keys.is_empty() {
        return Help {
            text: "remove the key, or implement an item".to_owned(),
            lines: vec!["#[linkface::implement(…)]".to_owned()],
        };
    }
    table(
        "write what the code implements",
        [format!("provides = [{}]", keys.join(", "))],
    )
}
