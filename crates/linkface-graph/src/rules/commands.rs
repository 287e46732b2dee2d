//! Command lines to copy.

use super::labels::manifest_key;
use crate::packages::{Dependency, Package, Packages};
use crate::resolution::{Root, RootKind};
use std::collections::BTreeMap;

/// The section of `Cargo.toml` that a root of this kind takes its dependencies from.
fn section(kind: RootKind) -> &'static str {
    match kind {
        RootKind::Example | RootKind::Test | RootKind::Bench | RootKind::UnitTest => " --dev",
        RootKind::BuildScript => " --build",
        RootKind::Bin
        | RootKind::Cdylib
        | RootKind::Staticlib
        | RootKind::Dylib
        | RootKind::ProcMacro => "",
    }
}

/// ` --package app`, if there are others that Cargo could mean.
fn package_flag(packages: &Packages, name: &str) -> String {
    let members = packages.values().filter(|package| package.in_workspace);
    if members.count() > 1 {
        format!(" --package {name}")
    } else {
        String::new()
    }
}

/// ` --path /work/rng-os`, for a package that Cargo would look for in the registry. Members of the
/// workspace it finds by their names.
fn path_flag(packages: &Packages, name: &str) -> String {
    let known = packages.values().find(|package| package.name == name);
    let beside = known.filter(|package| !package.in_workspace && package.id.0.starts_with("path+"));
    let folder = beside.and_then(|package| package.manifest_path.parent());
    folder.map_or_else(String::new, |folder| {
        format!(" --path {}", folder.display())
    })
}

/// `cargo add rng-os --package app --dev`
pub(super) fn add(packages: &Packages, root: &Root, dependency: &str) -> String {
    format!(
        "cargo add {dependency}{}{}{}",
        path_flag(packages, dependency),
        package_flag(packages, &root.package_name),
        section(root.kind),
    )
}

/// The same for several roots, each line once. What is among a package's `[dependencies]`, its tests
/// have as well.
pub(super) fn add_all<'a>(
    packages: &Packages,
    roots: impl IntoIterator<Item = &'a Root>,
    dependency: &str,
) -> Vec<String> {
    let roots: Vec<&Root> = roots.into_iter().collect();
    let has_all = |one: &&&Root| {
        section(one.kind) != " --dev"
            || !roots
                .iter()
                .any(|root| root.package == one.package && section(root.kind).is_empty())
    };
    let mut lines: Vec<String> = Vec::new();
    for root in roots.iter().filter(has_all) {
        let line = add(packages, root, dependency);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// `cargo build --package app --features hw`, for the packages of these roots; `cargo test` where only
/// tests are meant.
pub(super) fn enable<'a>(
    packages: &Packages,
    roots: impl IntoIterator<Item = &'a Root>,
    feature: &str,
) -> Vec<String> {
    let mut only_tests = BTreeMap::<&str, bool>::new();
    for root in roots {
        let is_test = section(root.kind) == " --dev";
        *only_tests.entry(&root.package_name).or_insert(true) &= is_test;
    }
    let line = |(package, only_tests): (&str, bool)| {
        let verb = if only_tests { "test" } else { "build" };
        let package = package_flag(packages, package);
        format!("cargo {verb}{package} --features {feature}")
    };
    only_tests.into_iter().map(line).collect()
}

/// `cargo add rng@0.2 --package rng-os`: to a package, not for one of its tests.
pub(super) fn add_to(packages: &Packages, package: &Package, dependency: &str) -> String {
    format!(
        "cargo add {dependency}{}",
        package_flag(packages, &package.name),
    )
}

/// `cargo remove rng-os --package app`, for each section by which a root of this kind has it.
pub(super) fn remove(
    packages: &Packages,
    package: &Package,
    kind: RootKind,
    edge: &Dependency,
    on: &Package,
) -> Vec<String> {
    let dev = edge.dev && section(kind) == " --dev";
    let build = edge.build && kind == RootKind::BuildScript;
    let normal = edge.normal && kind != RootKind::BuildScript;
    let condition = match &edge.condition {
        Some(condition) => format!(" --target '{condition}'"),
        None => String::new(),
    };
    let sections = [(normal, ""), (dev, " --dev"), (build, " --build")];
    let sections = sections.into_iter().filter(|(has, _)| *has);
    sections
        .map(|(_, section)| {
            format!(
                "cargo remove {}{}{section}{condition}",
                manifest_key(edge, on),
                package_flag(packages, &package.name),
            )
        })
        .collect()
}
