//! `cargo metadata`.

use crate::failure::Failure;
use crate::flags::Flags;
use guppy::CargoMetadata;
use guppy::graph::PackageGraph;
use std::io;
use std::process::{Command, Stdio};

/// The graph of the workspace that the flags select.
///
/// What Cargo says while it works (that it downloads, that it waits for a lock, what is wrong in a
/// manifest) goes to standard error as it is.
///
/// # Errors
///
/// If there is no Cargo, if it fails, or if guppy doesn't understand what it writes.
pub(super) fn graph(mut cargo: Command, flags: &Flags) -> Result<PackageGraph, Failure> {
    // All features and platforms: which of them a build has is decided later, for each
    // configuration. What `cargo metadata` says of features holds for no build at all.
    cargo.args(["metadata", "--format-version=1", "--all-features"]);
    pass_on(&mut cargo, flags);
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| not_started(&cargo, &why))?;
    if !output.status.success() {
        return Err(Failure::Reported);
    }
    let json = String::from_utf8(output.stdout)
        .map_err(|_| Failure::new("`cargo metadata` wrote something that is not UTF-8"))?;
    CargoMetadata::parse_json(json)
        .and_then(CargoMetadata::build_graph)
        .map_err(|why| Failure::new(format!("cannot understand `cargo metadata`: {why}")))
}

/// The flags that Cargo's commands have in common.
fn pass_on(cargo: &mut Command, flags: &Flags) {
    if let Some(path) = &flags.manifest.manifest_path {
        cargo.arg("--manifest-path").arg(path);
    }
    for (given, name) in [
        (flags.locked, "--locked"),
        (flags.offline, "--offline"),
        (flags.frozen, "--frozen"),
        (flags.quiet, "--quiet"),
    ] {
        if given {
            cargo.arg(name);
        }
    }
    if let Some(color) = flags.color {
        cargo.arg(format!("--color={color}"));
    }
    if let Some(dir) = &flags.target_dir {
        // `cargo metadata` has no flag for it.
        cargo.env("CARGO_TARGET_DIR", dir);
    }
}

fn not_started(cargo: &Command, why: &io::Error) -> Failure {
    let program = cargo.get_program().display();
    Failure::new(format!("cannot run `{program}`: {why}"))
        .help("install Cargo, or name it in the environment variable `CARGO`")
}
