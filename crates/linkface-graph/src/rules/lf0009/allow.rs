//! `allow`: what a root accepts.

use super::{drift, table};
use crate::finding::{Code, Finding};
use crate::manifest::Allow;
use crate::packages::{Package, Packages};
use std::collections::BTreeSet;

/// Entries that allow nothing: a finding that nobody can allow, or one about a package that isn't there.
pub(super) fn check(packages: &Packages, package: &Package) -> Vec<Finding> {
    let entries = package.manifest.allow.iter().enumerate();
    entries
        .filter_map(|(nth, allow)| {
            let nth = nth.to_string();
            let key = ["allow", &nth];
            if allow.code == Code::LF0002 {
                return Some(for_nothing(package, &key, allow));
            }
            let name = allow.package.as_deref()?;
            let known = names(packages);
            let is_known = known.iter().any(|one| plain(one) == plain(name));
            (!is_known).then(|| unknown(package, &key, name, &known))
        })
        .collect()
}

fn for_nothing(package: &Package, key: &[&str], allow: &Allow) -> Finding {
    drift(
        package,
        key,
        format!("{} cannot be allowed: allowing it does nothing", allow.code),
        "allowed for nothing",
        vec![
            "`allow` cannot unlink: two implementations of one item are the linker's error"
                .to_owned(),
        ],
        Vec::new(),
    )
}

fn unknown(package: &Package, key: &[&str], name: &str, known: &BTreeSet<&str>) -> Finding {
    let helps = nearest(name, known).map(|meant| {
        let allows = package.manifest.allow.iter();
        let allows = allows.map(|allow| match allow.package.as_deref() {
            Some(about) if about == name => format!("\"{}:{meant}\"", allow.code),
            Some(about) => format!("\"{}:{about}\"", allow.code),
            None => format!("\"{}\"", allow.code),
        });
        let allows: Vec<String> = allows.collect();
        let line = format!("allow = [{}]", allows.join(", "));
        table(&format!("write `{meant}`, if that is meant"), [line])
    });
    drift(
        package,
        key,
        format!("`allow` names `{name}`, and there is no such package in the graph"),
        "allowed for nothing",
        Vec::new(),
        helps.into_iter().collect(),
    )
}

/// All that a package can be called: by its name, its library's, or as a dependent spells it.
fn names(packages: &Packages) -> BTreeSet<&str> {
    let all = packages.values().flat_map(|package| {
        let library = package.library().map(|library| library.name.as_str());
        let renames = package.dependencies.iter().map(|edge| edge.name.as_str());
        std::iter::once(package.name.as_str())
            .chain(library)
            .chain(renames)
    });
    all.collect()
}

fn plain(name: &str) -> String {
    name.replace('-', "_")
}

/// The name that was meant, as its package has it.
fn nearest<'a>(name: &str, known: &BTreeSet<&'a str>) -> Option<&'a str> {
    let close = known.iter().map(|one| {
        let likeness = strsim::jaro_winkler(&plain(name), &plain(one));
        (likeness, *one)
    });
    let close = close.filter(|(likeness, _)| *likeness > 0.8);
    // Of two spellings of one name the first: with `-`.
    close
        .reduce(|best, one| if one.0 > best.0 { one } else { best })
        .map(|(_, one)| one)
}
