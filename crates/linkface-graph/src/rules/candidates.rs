//! Providers that could be added, and the lines that add them.

use super::commands;
use super::items::{implementation, library_facts, provided};
use super::lf0002::item_grade;
use super::unlinked::is_for;
use super::uses::Use;
use crate::facts::{FacadeKey, PackageId};
use crate::finding::Help;
use crate::packages::{Package, Packages};
use crate::resolution::{How, Root};
use std::collections::{BTreeMap, BTreeSet};

/// As many candidates as a reader compares.
const SHOWN: usize = 4;

/// How to get a provider of this façade into these roots: one help for each candidate.
pub(super) fn helps(group: &[Use<'_>], facade: Option<&Package>) -> Vec<Help> {
    let Some(first) = group.first() else {
        return Vec::new();
    };
    let packages = first.packages;
    let roots: BTreeSet<&Root> = group.iter().map(|found| &found.root.root).collect();
    let present: BTreeSet<&str> = group
        .iter()
        .flat_map(|found| &found.facade.providers)
        .map(|provider| provider.name.as_str())
        .collect();
    let (mut helps, optional) = optional(group, &present);
    let candidates = facade.map(|facade| candidates(packages, facade, first.key()));
    for (candidate, why) in candidates.into_iter().flatten() {
        let others = roots.iter().filter(|root| {
            let has =
                |(package, name): &(_, String)| *package == root.package && *name == candidate;
            root.package_name != candidate && !optional.iter().any(has)
        });
        let lines = commands::add_all(packages, others.copied(), &candidate);
        let fits = !present.contains(candidate.as_str())
            && !group.iter().any(|found| collides(found, &candidate));
        if fits && !lines.is_empty() && helps.len() < SHOWN {
            helps.push(Help { text: why, lines });
        }
    }
    helps
}

/// Dependencies of these roots that would provide, and that are optional: the features to enable, and the
/// dependencies by root and name. To add them would change nothing.
fn optional(group: &[Use<'_>], present: &BTreeSet<&str>) -> (Vec<Help>, Vec<(PackageId, String)>) {
    let mut features = BTreeMap::<(&str, &str), Vec<&Root>>::new();
    let mut known = Vec::new();
    for found in group {
        let edges = found.package().into_iter();
        let edges = edges.flat_map(|root| &root.dependencies);
        // A feature turns nothing on for other platforms.
        let edges = edges.filter(|edge| edge.optional && edge.condition.is_none());
        for edge in edges.filter(|edge| is_for(found.root.root.kind, edge)) {
            let Some((provider, feature)) = found
                .packages
                .get(&edge.package)
                .zip(edge.enabled_by.as_ref())
            else {
                continue;
            };
            let implements = provider.manifest.provides.contains(found.key())
                || provided(found.packages, provider).contains(found.key());
            if implements
                && !present.contains(provider.name.as_str())
                && !collides(found, &provider.name)
            {
                known.push((found.root.root.package.clone(), provider.name.clone()));
                let roots = features.entry((feature, &provider.name)).or_default();
                roots.push(&found.root.root);
            }
        }
    }
    let help = |((feature, provider), roots): ((&str, &str), Vec<&Root>)| Help {
        text: format!("enable the feature `{feature}`, which turns `{provider}` on"),
        lines: commands::enable(group[0].packages, roots, feature),
    };
    (features.into_iter().map(help).collect(), known)
}

/// Whether a candidate implements what is implemented already: with it, there would be two. Of one whose
/// code nobody has read that is assumed, where the root itself would have to make room.
fn collides(found: &Use<'_>, candidate: &str) -> bool {
    let mut known = found.packages.values();
    let known = known.find(|package| package.name == candidate && library_facts(package).is_some());
    found.facade.items.iter().any(|item| {
        let mut implementors = item.implementors.iter();
        match known {
            Some(known) => {
                let facade = found.facade_package();
                let path = &item.declared.path;
                let new =
                    facade.and_then(|facade| implementation(found.packages, known, facade, path));
                new.is_some_and(|new| {
                    implementors.any(|nth| item_grade(found, *nth, item) == Some(new.grade))
                })
            }
            None => implementors
                .filter_map(|nth| found.provider(*nth))
                .any(|one| one.how == How::Own),
        }
    })
}

/// What remains if there is no candidate.
pub(super) fn write_one(facade: &str) -> Help {
    Help {
        text: format!("write one, as no package is known to provide `{facade}`"),
        lines: vec![format!("cargo linkface new --provider {facade}")],
    }
}

/// Packages that provide a façade, each with what makes us think so, the best first.
fn candidates(packages: &Packages, facade: &Package, key: &FacadeKey) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, why: String| {
        if found.iter().all(|(known, _)| known != name) {
            found.push((name.to_owned(), why));
        }
    };
    for source in speakers(packages, facade) {
        for name in &source.manifest.suggest {
            add(
                name,
                format!("add `{name}`, which `{}` suggests", source.name),
            );
        }
    }
    for package in packages.values().filter(|package| package.in_workspace) {
        if package.id != facade.id
            && (package.manifest.provides.contains(key)
                || provided(packages, package).contains(key))
        {
            let name = &package.name;
            add(
                name,
                format!("add `{name}`, which implements it in this workspace"),
            );
        }
    }
    for source in speakers(packages, facade) {
        if let Some(name) = &source.manifest.default {
            add(
                name,
                format!("add `{name}`, the default of `{}`", source.name),
            );
        }
    }
    found
}

/// Whose metadata speaks for a façade: its own, and that of the fronts that re-export it.
fn speakers<'a>(packages: &'a Packages, facade: &'a Package) -> impl Iterator<Item = &'a Package> {
    let fronts = packages.values().filter(|package| {
        let mut edges = package.dependencies.iter();
        package.manifest.facade.is_some()
            && edges.any(|edge| edge.normal && edge.package == facade.id)
    });
    std::iter::once(facade).chain(fronts)
}
