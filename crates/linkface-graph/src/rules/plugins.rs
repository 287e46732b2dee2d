//! Plugins: crates that say `linkface_plugin::export!`.

use super::items::library_facts;
use crate::facts::{CrateFacts, Export};
use crate::packages::{Crate, Package, Packages};
use std::collections::BTreeSet;

/// A crate of the workspace that exports.
#[derive(Clone, Copy)]
pub(super) struct Plugin<'a> {
    pub(super) package: &'a Package,
    pub(super) target: &'a Crate,
    pub(super) export: &'a Export,
}

/// All of the workspace.
pub(super) fn plugins(packages: &Packages) -> impl Iterator<Item = Plugin<'_>> {
    packages
        .values()
        .filter(|package| package.in_workspace)
        .flat_map(|package| {
            package.crates.iter().filter_map(move |target| {
                Some(Plugin {
                    package,
                    target,
                    export: export(target.facts.as_ref()?)?,
                })
            })
        })
}

/// Where a crate exports.
pub(super) fn export(facts: &CrateFacts) -> Option<&Export> {
    facts.exports.iter().find(|export| !export.only_in_tests)
}

impl Plugin<'_> {
    /// Whether there is a library to load.
    pub(super) fn is_loadable(&self) -> bool {
        self.target.is("cdylib")
    }
}

/// Whether other crates can link a library.
pub(super) fn is_linkable(library: &Crate) -> bool {
    ["lib", "rlib", "dylib"].iter().any(|kind| library.is(kind))
}

/// The packages whose libraries are linked into a crate, nearest first, without its own.
pub(super) fn linked<'a>(
    packages: &'a Packages,
    package: &'a Package,
    target: &'a Crate,
) -> Vec<&'a Package> {
    let mut found: Vec<&Package> = Vec::new();
    let mut seen = BTreeSet::from([&package.id]);
    let mut queue = vec![(package, target.facts.as_ref())];
    // A program links its own library, by its name.
    if !target.is_library()
        && let Some(library) = package.library()
        && names(target.facts.as_ref(), &library.name.replace('-', "_"))
        && is_linkable(library)
    {
        found.push(package);
        queue.push((package, library.facts.as_ref()));
    }
    let mut next = 0;
    while let Some((from, facts)) = queue.get(next).copied() {
        next += 1;
        let edges = from.dependencies.iter().filter(|edge| edge.normal);
        for edge in edges.filter(|edge| names(facts, &edge.name)) {
            if let Some(to) = packages.get(&edge.package)
                && to.library().is_some_and(is_linkable)
                && seen.insert(&to.id)
            {
                found.push(to);
                queue.push((to, library_facts(to)));
            }
        }
    }
    found
}

/// rustc drops a dependency that no code names. Code that nobody has read may name everything.
fn names(facts: Option<&CrateFacts>, name: &str) -> bool {
    facts.is_none_or(|facts| !facts.unread.is_empty() || facts.names.contains(name))
}
