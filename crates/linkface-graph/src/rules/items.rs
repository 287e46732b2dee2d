//! Which item an implementation names, as far as code alone says it.

use crate::facts::{CrateFacts, FacadeKey, Implemented, ItemRef};
use crate::packages::{Package, Packages};
use linkface_symbol::Compat;
use std::collections::BTreeSet;

/// Name and compatible version of a package. None if its version isn't one, which Cargo refuses.
pub(super) fn facade_key(package: &Package) -> Option<FacadeKey> {
    Some(FacadeKey {
        name: package.name.clone(),
        version: Compat::of(&package.version).ok()?,
    })
}

/// What a package's library says.
pub(crate) fn library_facts(package: &Package) -> Option<&CrateFacts> {
    package.library()?.facts.as_ref()
}

/// Whether a package's library declares an item at this path.
pub(super) fn declares(package: &Package, path: &[String]) -> bool {
    let facts = library_facts(package);
    facts.is_some_and(|facts| facts.declared.iter().any(|item| item.path == path))
}

/// The façade and the path in it that an implementation in `package` names.
///
/// A front re-exports what another package declares: if the crate that is named doesn't declare the
/// item, one of those below it does.
pub(super) fn target<'a>(
    packages: &'a Packages,
    package: &'a Package,
    item: &'a ItemRef,
) -> Option<(&'a Package, &'a [String])> {
    match item {
        ItemRef::Path(path) => {
            let (krate, path) = path.split_first()?;
            let named = if krate == "crate" {
                package
            } else {
                let mut edges = package.dependencies.iter();
                packages.get(&edges.find(|edge| edge.name == *krate)?.package)?
            };
            if declares(named, path) {
                return Some((named, path));
            }
            let declarer = below(packages, named).find(|package| declares(package, path));
            Some((declarer.unwrap_or(named), path))
        }
        ItemRef::Exact { facade, path, .. } => {
            let is = |package: &&Package| {
                package.name.replace('-', "_") == facade.name.replace('-', "_")
                    && facade_key(package).is_some_and(|key| key.version == facade.version)
            };
            Some((packages.values().find(is)?, path))
        }
    }
}

/// A package and everything below it by normal dependencies, nearest first.
pub(crate) fn below<'a>(
    packages: &'a Packages,
    package: &'a Package,
) -> impl Iterator<Item = &'a Package> {
    let mut seen = BTreeSet::from([&package.id]);
    let mut found = vec![package];
    let mut next = 0;
    while let Some(package) = found.get(next).copied() {
        next += 1;
        let edges = package.dependencies.iter().filter(|edge| edge.normal);
        let new = edges.filter_map(|edge| packages.get(&edge.package));
        found.extend(new.filter(|package| seen.insert(&package.id)));
    }
    found.into_iter()
}

/// What a package's library implements for those that link it.
pub(super) fn implemented(package: &Package) -> impl Iterator<Item = &Implemented> {
    let facts = library_facts(package);
    let implemented = facts.into_iter().flat_map(|facts| &facts.implemented);
    implemented.filter(|item| !item.only_in_tests)
}

/// The façades that a package's library implements.
pub(super) fn provided(packages: &Packages, package: &Package) -> BTreeSet<FacadeKey> {
    implemented(package)
        .filter_map(|item| facade_key(target(packages, package, &item.item)?.0))
        .collect()
}

/// The implementation by which a package's library provides this very item.
pub(super) fn implementation<'a>(
    packages: &Packages,
    provider: &'a Package,
    facade: &Package,
    path: &[String],
) -> Option<&'a Implemented> {
    let facts = library_facts(provider)?;
    implementation_in(facts, packages, provider, facade, path)
}

/// The implementation by which one of a package's crates does.
pub(super) fn implementation_in<'a>(
    facts: &'a CrateFacts,
    packages: &Packages,
    provider: &Package,
    facade: &Package,
    path: &[String],
) -> Option<&'a Implemented> {
    facts.implemented.iter().find(|item| {
        target(packages, provider, &item.item)
            .is_some_and(|(package, named)| package.id == facade.id && named == path)
    })
}
