//! Packages by number, and what each library links.
//!
//! Cargo's ids are long texts: a graph of 500 packages that is walked for 100 roots is walked by number.

use super::items::{Implementation, implementations};
use super::{Builds, roots::Mode};
use crate::facts::{self, CrateFacts, FacadeKey, Origin, PackageId};
use crate::packages::build::{Edge, Kind, Side};
use crate::packages::{Crate, Package, Packages};
use linkface_symbol::Compat;
use std::collections::{BTreeSet, HashMap};

/// All packages, and what their libraries link in each build.
pub(super) struct Index<'a> {
    pub(super) packages: Vec<&'a Package>,
    numbers: HashMap<&'a PackageId, usize>,
    /// What each library implements outside of its tests.
    pub(super) implementations: Vec<Vec<Implementation<'a>>>,
    /// For each mode and side, for each package: what its library links.
    links: [Vec<Vec<Link>>; 4],
}

/// Something linked, because a crate names it.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) to: usize,
    /// The kind and the condition of the dependency, as a [`Step`](super::Step) has it.
    pub(super) edge: String,
}

impl<'a> Index<'a> {
    pub(super) fn new(packages: &'a Packages, builds: Builds<'a>) -> Self {
        let mut index = Self {
            packages: packages.values().collect(),
            numbers: packages.keys().zip(0..).collect(),
            implementations: Vec::new(),
            links: Default::default(),
        };
        index.implementations = (0..index.packages.len())
            .map(|package| match index.packages[package].library() {
                Some(library) => implementations(&index, package, library, false),
                None => Vec::new(),
            })
            .collect();
        for mode in [Mode::Plain, Mode::Dev] {
            for side in [Side::Target, Side::Host] {
                let enabled = mode.build(builds).side(side);
                index.links[place(mode, side)] = index
                    .packages
                    .iter()
                    .map(
                        |package| match (enabled.get(&package.id), package.library()) {
                            (Some(enabled), Some(library)) => {
                                let normal = &[Kind::Normal];
                                index.links_of(library, false, &enabled.edges, normal)
                            }
                            _ => Vec::new(),
                        },
                    )
                    .collect();
            }
        }
        index
    }

    pub(super) fn number(&self, id: &PackageId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// What the library of a package links.
    pub(super) fn links(&self, mode: Mode, side: Side, package: usize) -> &[Link] {
        &self.links[place(mode, side)][package]
    }

    /// What a crate links of its package's dependencies. `tests`: under `cfg(test)`.
    pub(super) fn links_of(
        &self,
        from: &Crate,
        tests: bool,
        edges: &[Edge],
        kinds: &[Kind],
    ) -> Vec<Link> {
        let names = named(from.facts.as_ref(), tests);
        edges
            .iter()
            .filter(|edge| kinds.contains(&edge.kind))
            .filter(|edge| {
                names
                    .as_ref()
                    .is_none_or(|names| names.contains(edge.name.as_str()))
            })
            .filter_map(|edge| {
                let to = self.number(&edge.to)?;
                is_linkable(self.packages[to].library()?).then(|| Link {
                    to,
                    edge: label(edge),
                })
            })
            .collect()
    }

    /// The façade that a package is, if its library declares.
    pub(super) fn facade(&self, package: usize) -> Option<FacadeKey> {
        let package = self.packages[package];
        let facts = package.library()?.facts.as_ref()?;
        if facts.declared.is_empty() {
            return None;
        }
        Some(FacadeKey {
            name: package.name.clone(),
            version: Compat::of(&package.version).ok()?,
        })
    }
}

/// Whether other crates can link a library: neither a proc macro nor an artifact that only C can.
pub(super) fn is_linkable(library: &Crate) -> bool {
    ["lib", "rlib", "dylib"].iter().any(|kind| library.is(kind))
}

/// The calls of `link!` that a crate has, with `tests` also those under `cfg(test)`.
pub(super) fn calls(facts: &CrateFacts, tests: bool) -> impl Iterator<Item = &facts::Link> {
    let calls = facts.links.iter();
    calls.filter(move |link| tests || !link.only_in_tests)
}

/// The crates that a crate names; none if that isn't known, or it finds them by `link!()`.
pub(super) fn named(facts: Option<&CrateFacts>, tests: bool) -> Option<BTreeSet<&str>> {
    let facts = facts?;
    let finds = calls(facts, tests).any(|link| link.providers.is_empty());
    // What a compiled crate names, it doesn't say.
    let compiled = matches!(facts.origin, Origin::Artifact(_)) && facts.names.is_empty();
    if finds || compiled || !facts.unread.is_empty() {
        return None;
    }
    let linked = calls(facts, tests).flat_map(|link| &link.providers);
    Some(
        facts
            .names
            .iter()
            .chain(linked)
            .map(String::as_str)
            .collect(),
    )
}

fn label(edge: &Edge) -> String {
    let kind = match edge.kind {
        Kind::Normal => None,
        Kind::Dev => Some("dev"),
        Kind::Build => Some("build"),
    };
    let parts: Vec<_> = kind.into_iter().chain(edge.condition.as_deref()).collect();
    parts.join(" ")
}

fn place(mode: Mode, side: Side) -> usize {
    mode as usize * 2 + side as usize
}
