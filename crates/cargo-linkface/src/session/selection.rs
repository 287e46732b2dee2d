//! Which members of the workspace are meant: `--package`, `--workspace`, `--exclude`.

use crate::failure::Failure;
use crate::session::nearest::did_you_mean;
use guppy::graph::{PackageGraph, PackageMetadata};
use linkface_graph::facts::PackageId;
use std::collections::BTreeSet;

/// The members that the flags select; without flags Cargo's default members.
///
/// # Errors
///
/// If a name is no member's, or nothing is left.
pub(super) fn members(
    graph: &PackageGraph,
    flags: &clap_cargo::Workspace,
) -> Result<BTreeSet<PackageId>, Failure> {
    let workspace = graph.workspace();
    let all: Vec<_> = workspace.iter().collect();
    let everything = flags.workspace || flags.all;
    if !everything && !flags.exclude.is_empty() {
        return Err(Failure::new(
            "--exclude can only be used together with --workspace",
        ));
    }
    for spec in flags.package.iter().chain(&flags.exclude) {
        if !all.iter().any(|package| is_meant(package, spec)) {
            let names = all.iter().map(PackageMetadata::name);
            return Err(
                Failure::new(format!("this workspace has no package `{spec}`"))
                    .helps(did_you_mean(spec, names)),
            );
        }
    }
    let by = |specs: &[String], package| specs.iter().any(|spec| is_meant(package, spec));
    let selected: BTreeSet<PackageId> = if everything {
        all.iter()
            .filter(|package| !by(&flags.exclude, package))
            .map(id)
            .collect()
    } else if flags.package.is_empty() {
        workspace
            .default_members()
            .map(|package| id(&package))
            .collect()
    } else {
        all.iter()
            .filter(|package| by(&flags.package, package))
            .map(id)
            .collect()
    };
    if selected.is_empty() {
        return Err(Failure::new("no package is selected"));
    }
    Ok(selected)
}

/// A name, `name@version`, or Cargo's id.
fn is_meant(package: &PackageMetadata<'_>, spec: &str) -> bool {
    let version = package.version().to_string();
    spec == package.name()
        || spec == package.id().repr()
        || spec.split_once('@') == Some((package.name(), &version))
}

fn id(package: &PackageMetadata<'_>) -> PackageId {
    PackageId(package.id().repr().to_owned())
}
