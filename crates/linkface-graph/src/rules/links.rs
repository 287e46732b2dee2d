//! `link!()`, for roots that don't call it.

use super::commands;
use super::uses::Use;
use super::words::list;
use crate::facts::PackageId;
use crate::finding::Help;
use crate::resolution::{Root, RootKind};
use std::collections::BTreeSet;

/// Where to write `linkface::link!();`, for those of these roots that don't.
pub(super) fn helps(group: &[Use<'_>]) -> Vec<Help> {
    let mut helps = Vec::new();
    let without = group.iter().filter(|found| found.root.link.is_none());
    let (tests, programs): (Vec<&Use<'_>>, Vec<&Use<'_>>) =
        without.partition(|found| found.root.root.kind == RootKind::UnitTest);
    let strangers = programs
        .iter()
        .chain(&tests)
        .filter(|found| !has_macros(found));
    let strangers: BTreeSet<&Root> = strangers.map(|found| &found.root.root).collect();
    let lines = group
        .first()
        .map(|found| commands::add_all(found.packages, strangers, "linkface"));
    if let Some(lines) = lines.filter(|lines| !lines.is_empty()) {
        helps.push(Help {
            text: "the macros come from `linkface`".to_owned(),
            lines,
        });
    }
    let packages: BTreeSet<&PackageId> =
        group.iter().map(|found| &found.root.root.package).collect();
    let several = packages.len() > 1;
    let file = |found| file(found, several);
    let programs: BTreeSet<String> = programs.into_iter().filter_map(file).collect();
    // What a program links, its unit tests do.
    let mut tests: BTreeSet<String> = tests.into_iter().filter_map(file).collect();
    tests.retain(|file| !programs.contains(file));
    for (files, attribute) in [(programs, None), (tests, Some("#[cfg(test)]"))] {
        if !files.is_empty() {
            let files: Vec<String> = files.into_iter().collect();
            let lines = attribute.into_iter().chain(["linkface::link!();"]);
            helps.push(Help {
                text: format!(
                    "link the providers among the dependencies, in {}",
                    list(&files)
                ),
                lines: lines.map(str::to_owned).collect(),
            });
        }
    }
    helps
}

/// Whether a root's package depends on linkface.
fn has_macros(found: &Use<'_>) -> bool {
    found.package().is_some_and(|package| {
        package.dependencies.iter().any(|edge| {
            let package = found.packages.get(&edge.package);
            package.is_some_and(|package| package.name == "linkface")
        })
    })
}

/// A root's file as its author calls it: `src/main.rs`; with others' beside it, `app/src/main.rs`.
fn file(found: &Use<'_>, several: bool) -> Option<String> {
    let source = &found.root_crate()?.source;
    let folder = found.package()?.manifest_path.parent();
    let above = if several { folder?.parent() } else { folder };
    let below = above.and_then(|folder| source.strip_prefix(folder).ok());
    Some(below.unwrap_or(source).display().to_string())
}
