//! `cargo add`: the provider, and linkface itself.

use super::Args;
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::packages::{Dependency, Package, Packages};
use linkface_symbol::Compat;
use std::process::Command;

/// Calls `cargo add` for the provider, with what the user gave.
///
/// # Errors
///
/// If Cargo refuses.
pub(super) fn add_provider(args: &Args, session: &Session, to: &Package) -> Result<(), Failure> {
    let mut cargo = cargo_add(args, session, to)?;
    cargo.arg(&args.provider);
    if let Some(path) = &args.path {
        cargo.arg("--path").arg(path);
    }
    for (flag, given) in [
        ("--git", &args.git),
        ("--branch", &args.branch),
        ("--tag", &args.tag),
        ("--rev", &args.rev),
        ("--registry", &args.registry),
        ("--rename", &args.rename),
    ] {
        if let Some(value) = given {
            cargo.arg(flag).arg(value);
        }
    }
    let features = &session.flags().features;
    if features.no_default_features {
        cargo.arg("--no-default-features");
    }
    for feature in &features.features {
        cargo.arg("--features").arg(feature);
    }
    cargo.args(&args.cargo);
    run(cargo)
}

/// Calls `cargo add` for linkface, if the package doesn't depend on it.
///
/// # Errors
///
/// If Cargo refuses.
pub(super) fn add_linkface(
    args: &Args,
    session: &Session,
    packages: &Packages,
    to: &Package,
) -> Result<(), Failure> {
    if linkface(to, args.dev).is_some() {
        return Ok(());
    }
    let mut cargo = cargo_add(args, session, to)?;
    // The one that the workspace or the provider has: two would be two.
    match Where::of_linkface(packages, session)? {
        Some(Where::Folder(folder)) => {
            cargo.arg("linkface");
            let mut members = packages.values().filter(|of| of.in_workspace);
            if !members.any(|of| of.name == "linkface") {
                cargo.arg("--path").arg(folder);
            }
        }
        Some(Where::Git(repository, at)) => {
            cargo.args(["linkface", "--git", &repository]);
            if let Some((key, of)) = at {
                cargo.arg(format!("--{key}")).arg(of);
            }
        }
        Some(Where::Version(_)) | None => {
            let version = env!("CARGO_PKG_VERSION");
            let version = Compat::of(version).map_or(version.to_owned(), |it| it.to_string());
            cargo.arg(format!("linkface@{version}"));
        }
    }
    run(cargo)
}

/// What the package's code calls linkface.
pub(super) fn name_of_linkface(package: &Package, dev: bool) -> String {
    linkface(package, dev).map_or("linkface".to_owned(), |edge| edge.name.clone())
}

/// The dependency on linkface, under whatever name.
fn linkface(package: &Package, dev: bool) -> Option<&Dependency> {
    let is_linkface = |edge: &&Dependency| {
        // An id ends with `#linkface@0.1.0`, or with `/linkface#0.1.0`.
        let (address, name) = edge.package.0.rsplit_once('#').unwrap_or_default();
        match name.split_once('@') {
            Some((name, _)) => name == "linkface",
            None => address.ends_with("/linkface"),
        }
    };
    let mut edges = package.dependencies.iter().filter(is_linkface);
    edges.find(|edge| edge.normal || (dev && edge.dev))
}

fn cargo_add(args: &Args, session: &Session, to: &Package) -> Result<Command, Failure> {
    let flags = session.flags();
    let mut cargo = session.cargo()?;
    cargo
        .arg("add")
        .arg("--manifest-path")
        .arg(&to.manifest_path);
    for (given, flag) in [
        (args.dev, "--dev"),
        (args.dry_run, "--dry-run"),
        (flags.locked, "--locked"),
        (flags.offline, "--offline"),
        (flags.frozen, "--frozen"),
        (flags.quiet, "--quiet"),
    ] {
        if given {
            cargo.arg(flag);
        }
    }
    if let Some(color) = flags.color {
        cargo.arg(format!("--color={color}"));
    }
    Ok(cargo)
}

fn run(mut cargo: Command) -> Result<(), Failure> {
    let status = cargo
        .status()
        .map_err(|why| Failure::new(format!("cannot run `cargo add`: {why}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Reported)
    }
}
