//! `link!()`, for roots that don't call it.

use super::commands;
use super::uses::Use;
use super::words::list;
use crate::finding::Help;
use crate::packages::{Crate, Package};
use crate::resolution::RootKind;
use std::collections::BTreeSet;

/// Where to write `linkface::link!();`, for those of these roots that don't.
pub(super) fn helps(group: &[Use<'_>]) -> Vec<Help> {
    let mut helps = Vec::new();
    let without = group.iter().filter(|found| found.root.link.is_none());
    let (tests, programs): (Vec<&Use<'_>>, Vec<&Use<'_>>) =
        without.partition(|found| found.root.root.kind == RootKind::UnitTest);
    let manifests: BTreeSet<String> = tests
        .iter()
        .chain(&programs)
        .filter_map(|found| {
            let edges = &found.package()?.dependencies;
            let linkface = edges.iter().any(|edge| {
                let package = found.packages.get(&edge.package);
                package.is_some_and(|package| package.name == "linkface")
            });
            (!linkface).then(|| commands::add(found.packages, &found.root.root, "linkface"))
        })
        .collect();
    if !manifests.is_empty() {
        helps.push(Help {
            text: "the macros come from `linkface`".to_owned(),
            lines: manifests.into_iter().collect(),
        });
    }
    for (roots, attribute) in [(programs, None), (tests, Some("#[cfg(test)]"))] {
        let files: BTreeSet<String> = roots.iter().filter_map(|found| file(found)).collect();
        if !files.is_empty() {
            let files: Vec<String> = files.into_iter().collect();
            let attribute = attribute.map(str::to_owned).into_iter();
            helps.push(Help {
                text: format!(
                    "link the providers among the dependencies, in {}",
                    list(&files)
                ),
                lines: attribute.chain(["linkface::link!();".to_owned()]).collect(),
            });
        }
    }
    helps
}

fn file(found: &Use<'_>) -> Option<String> {
    Some(relative(found.package()?, found.root_crate()?))
}

/// A crate's root file as its author calls it: `src/main.rs`.
pub(super) fn relative(package: &Package, target: &Crate) -> String {
    let folder = package.manifest_path.parent();
    let file = folder.and_then(|folder| target.source.strip_prefix(folder).ok());
    file.unwrap_or(&target.source).display().to_string()
}
