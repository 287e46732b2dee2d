//! Providers that Cargo builds for a root and rustc leaves out, because no code names them.

use super::items::{implementation, provided};
use super::uses::Use;
use crate::facts::CrateFacts;
use crate::packages::{Crate, Dependency, Package};
use crate::resolution::{ItemUse, RootKind};

/// A dependency that would provide if it were linked.
pub(super) struct Unlinked<'a> {
    pub(super) provider: &'a Package,
    /// The items that it implements and nobody who is linked.
    pub(super) items: Vec<&'a ItemUse>,
}

/// Those of a root, for one façade. A root with `link!()` has none, or says which ones it wants.
pub(super) fn unlinked<'a>(found: &Use<'a>) -> Vec<Unlinked<'a>> {
    let (Some(package), Some(target)) = (found.package(), found.root_crate()) else {
        return Vec::new();
    };
    // Code that nobody has read may name everything.
    let read = target
        .facts
        .as_ref()
        .filter(|facts| facts.unread.is_empty());
    let Some(facts) = read.filter(|_| found.root.link.is_none()) else {
        return Vec::new();
    };
    let edges = package.dependencies.iter().filter(|edge| {
        // Whether the others are there in this configuration can't be told from here.
        is_for(found.root.root.kind, edge) && !edge.optional && edge.condition.is_none()
    });
    edges
        .filter(|edge| !names(facts, edge) && !others_name(found, package, edge))
        .filter_map(|edge| {
            let provider = found.packages.get(&edge.package)?;
            let items = gap(found, provider);
            (!items.is_empty()).then_some(Unlinked { provider, items })
        })
        .collect()
}

/// The items that need a provider, have none, and wouldn't get one from those dependencies either.
pub(super) fn lacking<'a>(found: &Use<'a>) -> Vec<&'a ItemUse> {
    let unlinked = unlinked(found);
    let mut lacking = found.missing();
    lacking.retain(|item| {
        let mut filled = unlinked.iter().flat_map(|one| &one.items);
        !filled.any(|other| other.declared.path == item.declared.path)
    });
    lacking
}

/// What a provider would add.
fn gap<'a>(found: &Use<'a>, provider: &Package) -> Vec<&'a ItemUse> {
    let Some(facade) = found.facade_package() else {
        return Vec::new();
    };
    if !provided(found.packages, provider).contains(found.key()) {
        return Vec::new();
    }
    let items = found.facade.items.iter().filter(|item| {
        let path = &item.declared.path;
        let implemented = || implementation(found.packages, provider, facade, path);
        item.implementors.is_empty() && implemented().is_some()
    });
    items.collect()
}

/// Whether Cargo has a dependency for roots of this kind.
pub(super) fn is_for(kind: RootKind, edge: &Dependency) -> bool {
    match kind {
        RootKind::Example | RootKind::Test | RootKind::Bench | RootKind::UnitTest => {
            edge.normal || edge.dev
        }
        RootKind::BuildScript => edge.build,
        RootKind::Bin
        | RootKind::Cdylib
        | RootKind::Staticlib
        | RootKind::Dylib
        | RootKind::ProcMacro => edge.normal,
    }
}

fn names(facts: &CrateFacts, edge: &Dependency) -> bool {
    facts.names.contains(&edge.name)
}

/// Whether a dependency of a package's tests has its use in another of them: few tests need all.
fn others_name(found: &Use<'_>, package: &Package, edge: &Dependency) -> bool {
    let links = |target: &Crate| {
        let facts = target.facts.as_ref();
        facts.is_none_or(|facts| names(facts, edge) || !facts.links.is_empty())
    };
    matches!(
        found.root.root.kind,
        RootKind::Test | RootKind::Bench | RootKind::UnitTest
    ) && package.crates.iter().any(links)
}
