//! Providers that Cargo builds for a root and rustc leaves out, because no code names them.

use super::items::{implementation, provided};
use super::uses::Use;
use crate::facts::{CrateFacts, Link};
use crate::packages::{Crate, Dependency, Package};
use crate::resolution::{ItemUse, RootKind};

/// A dependency that would provide if it were linked.
pub(super) struct Unlinked<'a> {
    pub(super) provider: &'a Package,
    /// The items that it implements and nobody who is linked.
    pub(super) items: Vec<&'a ItemUse>,
}

/// Those of a root, for one façade. A root whose `link!()` looks for providers has none, and one that
/// names some is taken at its word as long as nothing is missing.
pub(super) fn unlinked<'a>(found: &Use<'a>) -> Vec<Unlinked<'a>> {
    let (Some(package), Some(target)) = (found.package(), found.root_crate()) else {
        return Vec::new();
    };
    // Code that nobody has read may name everything.
    let read = target
        .facts
        .as_ref()
        .filter(|facts| facts.unread.is_empty());
    let Some(facts) = read else {
        return Vec::new();
    };
    let chosen = chosen(found);
    if found.root.link.is_some() && chosen.is_empty() {
        return Vec::new();
    }
    let edges = package.dependencies.iter().filter(|edge| {
        // Whether the others are there in this configuration can't be told from here.
        is_for(found.root.root.kind, edge) && !edge.optional && edge.condition.is_none()
    });
    edges
        .filter(|edge| !names(facts, edge) && !chosen.contains(&&*edge.name))
        .filter(|edge| !chosen.is_empty() || !others_name(found, package, edge))
        .filter_map(|edge| {
            let provider = found.packages.get(&edge.package)?;
            let mut items = gap(found, provider);
            items.retain(|item| chosen.is_empty() || item.declared.need.is_for_a_provider());
            (!items.is_empty()).then_some(Unlinked { provider, items })
        })
        .collect()
}

/// The providers that a root names in `link!(…)`, if it looks for no others.
pub(super) fn chosen<'a>(found: &Use<'a>) -> Vec<&'a str> {
    let facts = found.root_crate().and_then(|target| target.facts.as_ref());
    let in_tests = is_test(found.root.root.kind);
    let calls = facts.into_iter().flat_map(|facts| &facts.links);
    let calls = calls.filter(|call| in_tests || !call.only_in_tests);
    let calls: Vec<&Link> = calls.collect();
    if calls.iter().any(|call| call.providers.is_empty()) {
        return Vec::new();
    }
    let names = calls.iter().flat_map(|call| &call.providers);
    names.map(String::as_str).collect()
}

fn is_test(kind: RootKind) -> bool {
    matches!(kind, RootKind::Test | RootKind::Bench | RootKind::UnitTest)
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
    is_test(found.root.root.kind) && package.crates.iter().any(links)
}
