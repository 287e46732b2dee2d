//! From the path that an implementation names to the item.

use super::index::{Index, named};
use crate::facts::{CrateFacts, Declared, Implemented, ItemRef};
use crate::packages::{Crate, Package};

/// An implementation, and the item that it is found to implement.
pub(super) struct Implementation<'a> {
    /// The package that declares.
    pub(super) facade: usize,
    /// An index into what its library declares.
    pub(super) item: usize,
    pub(super) implemented: &'a Implemented,
}

/// What a crate implements, as far as the items are found. `tests`: under `cfg(test)`, too.
pub(super) fn implementations<'a>(
    index: &Index<'a>,
    package: usize,
    from: &'a Crate,
    tests: bool,
) -> Vec<Implementation<'a>> {
    let facts = from.facts.iter();
    facts
        .flat_map(|facts| &facts.implemented)
        .filter(|implemented| tests || !implemented.only_in_tests)
        .filter_map(|implemented| {
            let (facade, item) = find(index, package, from, &implemented.item)?;
            Some(Implementation {
                facade,
                item,
                implemented,
            })
        })
        .collect()
}

fn find(index: &Index<'_>, package: usize, from: &Crate, item: &ItemRef) -> Option<(usize, usize)> {
    match item {
        ItemRef::Path(path) => {
            let (first, rest) = path.split_first()?;
            let starts = crates_called(index, package, from, first);
            follow(index, starts, rest)
        }
        ItemRef::Exact { facade, path, hash } => (0..index.packages.len()).find_map(|number| {
            let key = index.facade(number)?;
            let same = key.name.replace('-', "_") == facade.name.replace('-', "_")
                && key.version == facade.version;
            let item = library_facts(index.packages[number])?
                .declared
                .iter()
                .position(|declared| {
                    declared.path == *path && declared.hash.is_none_or(|own| own == *hash)
                })?;
            same.then_some((number, item))
        }),
    }
}

/// The packages that a crate may mean by a name: several, if it depends on another one elsewhere.
fn crates_called(index: &Index<'_>, package: usize, from: &Crate, name: &str) -> Vec<usize> {
    let own = index.packages[package];
    let library = own.library().map(|library| library.name.replace('-', "_"));
    if (name == "crate" && from.is_library())
        || (!from.is_library() && library.as_deref() == Some(name))
    {
        return vec![package];
    }
    own.dependencies
        .iter()
        .filter(|dependency| dependency.name == name)
        .filter_map(|dependency| index.number(&dependency.package))
        .collect()
}

/// Looks for the item in these packages, then in those that they could re-export it from: a façade's
/// front has the items of its core.
fn follow(index: &Index<'_>, starts: Vec<usize>, path: &[String]) -> Option<(usize, usize)> {
    let mut seen = vec![false; index.packages.len()];
    for start in &starts {
        seen[*start] = true;
    }
    let mut queue = starts;
    let mut next = 0;
    while let Some(&number) = queue.get(next) {
        next += 1;
        let package = index.packages[number];
        let facts = library_facts(package);
        if let Some(item) = facts.and_then(|facts| nearest(&facts.declared, path)) {
            return Some((number, item));
        }
        let names = named(facts, false);
        for dependency in package.dependencies.iter().filter(|one| one.normal) {
            let is_named = names
                .as_ref()
                .is_none_or(|names| names.contains(dependency.name.as_str()));
            if let Some(to) = index.number(&dependency.package).filter(|_| is_named)
                && !std::mem::replace(&mut seen[to], true)
            {
                queue.push(to);
            }
        }
    }
    None
}

fn library_facts(package: &Package) -> Option<&CrateFacts> {
    package.library()?.facts.as_ref()
}

/// The item of this path, or the one of this name whose path ends most alike: modules are re-exported.
fn nearest(declared: &[Declared], path: &[String]) -> Option<usize> {
    let alike = |declared: &Declared| {
        let pairs = declared.path.iter().rev().zip(path.iter().rev());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let (item, found) = declared
        .iter()
        .enumerate()
        // The first of those that are alike.
        .min_by_key(|(_, one)| (one.path != path, std::cmp::Reverse(alike(one))))?;
    (alike(found) > 0).then_some(item)
}
