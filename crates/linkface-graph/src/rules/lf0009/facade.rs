//! `facade` and `suggest`: what a façade says of itself.

use super::{drift, table};
use crate::facts::CrateFacts;
use crate::finding::{Finding, Help};
use crate::manifest::Manifest;
use crate::packages::{Package, Packages};
use crate::rules::items::{below, facade_key, library_facts, provided};

pub(super) fn check(packages: &Packages, package: &Package) -> Vec<Finding> {
    let named = package
        .manifest
        .facade
        .as_deref()
        .and_then(|facade| name(package, facade));
    let declared = library_facts(package)
        .filter(|facts| facts.unread.is_empty())
        .and_then(|facts| declared(packages, package, facts));
    let suggested = package.manifest.suggest.iter().enumerate();
    let suggested = suggested.filter_map(|(nth, name)| suggest(packages, package, nth, name));
    named.into_iter().chain(declared).chain(suggested).collect()
}

/// A façade is called as its package is.
fn name(package: &Package, facade: &str) -> Option<Finding> {
    let name = &package.name;
    (facade != name).then(|| {
        drift(
            package,
            &["facade"],
            format!("`facade` says `{facade}`, and the package is `{name}`"),
            "not the package's name",
            vec![
                "a façade goes by the name of its package: in symbols, in `pin` and in `provides`"
                    .into(),
            ],
            vec![table(
                "write the package's name",
                [format!("facade = \"{name}\"")],
            )],
        )
    })
}

/// A façade declares, and who declares is one, if there is a table at all.
fn declared(packages: &Packages, package: &Package, facts: &CrateFacts) -> Option<Finding> {
    let name = &package.name;
    let mut public = facts
        .declared
        .iter()
        .filter(|item| item.public && !item.only_in_tests);
    match (&package.manifest.facade, public.next()) {
        // A front declares nothing: what it re-exports does.
        (Some(_), None) if !re_exports(packages, package) => Some(drift(
            package,
            &["facade"],
            format!(
                "`{name}` calls itself a façade, and declares nothing that others can implement"
            ),
            "nothing in the code says so",
            Vec::new(),
            vec![Help {
                text: "remove the key, or declare a public item".to_owned(),
                lines: vec!["#[linkface::interface]".to_owned()],
            }],
        )),
        (None, Some(item)) if package.manifest != Manifest::default() => Some(drift(
            package,
            &[],
            format!(
                "`{name}` declares `{}`, and its table has no `facade`",
                item.path.join("::")
            ),
            "the table",
            vec!["tools that see no build know a façade by this key".to_owned()],
            vec![table(
                "say that it is one",
                [format!("facade = \"{name}\"")],
            )],
        )),
        _ => None,
    }
}

/// Whether a package stands in front of another that declares.
fn re_exports(packages: &Packages, package: &Package) -> bool {
    package.manifest.default.is_some()
        || package
            .dependencies
            .iter()
            .filter(|edge| edge.normal)
            .any(|edge| {
                let facts = packages.get(&edge.package).and_then(library_facts);
                facts.is_some_and(|facts| facts.declared.iter().any(|item| item.public))
            })
}

/// A suggestion that is in the graph has to provide the façade, or one below its front.
fn suggest(packages: &Packages, package: &Package, nth: usize, name: &str) -> Option<Finding> {
    let suggested = packages.values().find(|known| known.name == name)?;
    let facts = library_facts(suggested)?;
    let provides = provided(packages, suggested);
    let fits = below(packages, package)
        .filter_map(facade_key)
        .any(|key| provides.contains(&key) || suggested.manifest.provides.contains(&key));
    (facts.unread.is_empty() && !fits).then(|| {
        drift(
            package,
            &["suggest", &nth.to_string()],
            format!(
                "`{}` suggests `{name}`, which implements nothing of it",
                package.name
            ),
            "no provider",
            Vec::new(),
            Vec::new(),
        )
    })
}
