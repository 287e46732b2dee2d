//! One façade in one root.

use super::closure::{Closure, ROOT};
use super::how::{Provider, how};
use super::index::{Index, calls};
use super::items::{Implementation, implementations};
use super::roots::RootCrate;
use super::{Chain, FacadeUse, ItemUse, ProviderUse, RootResolution, choice::choice};
use crate::facts::{Declared, FacadeKey, Grade};
use std::collections::{BTreeMap, BTreeSet};

/// What a root gets.
pub(super) fn of_root<'a>(index: &Index<'a>, root: &RootCrate<'a>) -> RootResolution {
    let closure = Closure::of(index, root);
    let own = implementations(index, root.package, root.target, root.is_test());
    let linked = Linked {
        index,
        root,
        closure: &closure,
        implementing: implementing(index, &closure, &own),
    };
    let facades: BTreeSet<_> = closure
        .nodes
        .iter()
        .enumerate()
        // What a program declares itself, nobody else can implement.
        .filter(|(node, _)| *node != ROOT || root.is_library())
        .filter_map(|(_, node)| Some((index.facade(node.package)?, node.package)))
        .collect();
    let facts = root.target.facts.as_ref();
    RootResolution {
        root: root.root.clone(),
        link: facts.and_then(|facts| Some(calls(facts, root.is_test()).next()?.place.clone())),
        facades: facades
            .into_iter()
            .filter_map(|(key, package)| linked.facade(key, package))
            .collect(),
    }
}

/// The crates that implement something, the nearest first, with what they implement.
type Implementing<'a, 'b> = Vec<(usize, &'b [Implementation<'a>])>;

fn implementing<'a, 'b>(
    index: &'b Index<'a>,
    closure: &Closure<'a, 'b>,
    own: &'b [Implementation<'a>],
) -> Implementing<'a, 'b> {
    let all = closure.nodes.iter().enumerate();
    all.map(|(node, one)| match node {
        ROOT => (node, own),
        _ => (node, index.implementations[one.package].as_slice()),
    })
    .filter(|(_, implementations)| !implementations.is_empty())
    .collect()
}

struct Linked<'a, 'b> {
    index: &'b Index<'a>,
    root: &'b RootCrate<'a>,
    closure: &'b Closure<'a, 'b>,
    implementing: Implementing<'a, 'b>,
}

impl Linked<'_, '_> {
    fn facade(&self, key: FacadeKey, package: usize) -> Option<FacadeUse> {
        let library = self.index.packages[package].library()?;
        let tests = self.root.is_test() && self.root.is_library() && package == self.root.package;
        let declared: Vec<(usize, &Declared)> = library
            .facts
            .as_ref()?
            .declared
            .iter()
            .enumerate()
            .filter(|(_, one)| one.public && (tests || !one.only_in_tests))
            .collect();
        if declared.is_empty() {
            return None;
        }

        let mut providers = Vec::new();
        // For each item (by its index in the facts), who implements it, and how.
        let mut implementors: BTreeMap<usize, Vec<(Grade, usize)>> = BTreeMap::new();
        for (node, implementations) in &self.implementing {
            let of_it = implementations.iter().filter(|one| one.facade == package);
            let of_it: Vec<_> = of_it.collect();
            if let Some(provider) = self.provider(package, *node, &of_it) {
                for one in of_it {
                    let of_item = implementors.entry(one.item).or_default();
                    let entry = (one.implemented.grade, providers.len());
                    if !of_item.contains(&entry) {
                        of_item.push(entry);
                    }
                }
                providers.push(provider);
            }
        }
        for of_item in implementors.values_mut() {
            of_item.sort();
        }

        let none = Vec::new();
        let of = |item: &usize| implementors.get(item).unwrap_or(&none);
        let items: Vec<_> = declared
            .iter()
            .map(|(item, declared)| ItemUse {
                declared: (*declared).clone(),
                implementors: of(item).iter().map(|(_, provider)| *provider).collect(),
            })
            .collect();
        let grade = |item: usize, provider: usize| {
            let entry = of(&declared[item].0)
                .iter()
                .find(|(_, one)| *one == provider);
            entry.map_or(Grade::Ordinary, |(grade, _)| *grade)
        };
        Some(FacadeUse {
            package: self.index.packages[package].id.clone(),
            required_by: self.required_by(package),
            choice: choice(&items, grade),
            other_versions: self.other_versions(&key),
            facade: key,
            providers,
            items,
        })
    }

    fn provider(
        &self,
        facade: usize,
        node: usize,
        implementations: &[&Implementation<'_>],
    ) -> Option<ProviderUse> {
        let first = implementations.first()?;
        let grades = implementations.iter().map(|one| one.implemented.grade);
        let provider = Provider {
            node,
            package: self.closure.nodes[node].package,
            grade: grades.min().unwrap_or(Grade::Ordinary),
        };
        let package = self.index.packages[provider.package];
        Some(ProviderUse {
            package: package.id.clone(),
            name: package.name.clone(),
            version: package.version.clone(),
            chain: self.closure.chain(node),
            how: how(self.index, self.root, self.closure, facade, &provider),
            grade: provider.grade,
            place: first.implemented.place.clone(),
        })
    }

    /// Those who implement a façade of the same name that isn't compatible.
    fn other_versions(&self, key: &FacadeKey) -> Vec<(FacadeKey, ProviderUse)> {
        let mut others = Vec::new();
        for (node, implementations) in &self.implementing {
            let mut by_facade: BTreeMap<usize, Vec<&Implementation<'_>>> = BTreeMap::new();
            for one in *implementations {
                by_facade.entry(one.facade).or_default().push(one);
            }
            for (facade, implementations) in by_facade {
                let other = self
                    .index
                    .facade(facade)
                    .filter(|other| other.name == key.name && other.version != key.version);
                others.extend(other.zip(self.provider(facade, *node, &implementations)));
            }
        }
        others
    }

    /// A chain for each crate that links the façade, the nearest first; providers of it last.
    fn required_by(&self, facade: usize) -> Vec<Chain> {
        let implements = |node: usize| {
            self.implementing.iter().any(|(one, implementations)| {
                *one == node && implementations.iter().any(|one| one.facade == facade)
            })
        };
        let mut dependents: Vec<_> = self.closure.dependents(facade).collect();
        // A crate may link it under two names, or as two kinds.
        dependents.dedup_by_key(|(node, _)| *node);
        dependents.sort_by_key(|(node, _)| (implements(*node), *node));
        let chains = dependents
            .into_iter()
            .map(|(node, nth)| self.closure.chain_by(node, nth));
        let own = facade == self.root.package && self.root.is_library();
        own.then(|| self.closure.chain(ROOT))
            .into_iter()
            .chain(chains)
            .collect()
    }
}
