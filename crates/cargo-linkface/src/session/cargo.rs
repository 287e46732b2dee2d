//! `cargo metadata`.

use crate::failure::Failure;
use crate::flags::Flags;
use guppy::CargoMetadata;
use guppy::graph::PackageGraph;
use std::io;
use std::process::{Child, Command, Stdio};

/// A call of `cargo metadata` that is under way: it takes longer than all else, which is done meanwhile.
#[derive(Debug)]
pub(super) struct Metadata {
    /// None when it was waited for.
    cargo: Option<Child>,
}

impl Metadata {
    /// Calls Cargo for the workspace that the flags select.
    ///
    /// What Cargo says while it works (that it downloads, that it waits for a lock, what is wrong in a
    /// manifest) goes to standard error as it is.
    ///
    /// # Errors
    ///
    /// If there is no Cargo.
    pub(super) fn start(mut cargo: Command, flags: &Flags) -> Result<Self, Failure> {
        // All features and platforms: which of them a build has is decided later, for each
        // configuration. What `cargo metadata` says of features holds for no build at all.
        cargo.args(["metadata", "--format-version=1", "--all-features"]);
        pass_on(&mut cargo, flags);
        cargo.stdin(Stdio::null()).stdout(Stdio::piped());
        let child = cargo.spawn().map_err(|why| not_started(&cargo, &why))?;
        Ok(Self { cargo: Some(child) })
    }

    /// Waits for it.
    ///
    /// # Errors
    ///
    /// If Cargo fails, or if guppy doesn't understand what it writes.
    pub(super) fn finish(mut self) -> Result<PackageGraph, Failure> {
        let child = self.cargo.take().expect("`finish` consumes it");
        let output = child
            .wait_with_output()
            .map_err(|why| Failure::new(format!("cannot read from `cargo metadata`: {why}")))?;
        match output.status.code() {
            Some(0) => {}
            Some(CARGO_HAS_SAID_WHY) => return Err(Failure::Reported),
            _ => {
                let status = output.status;
                return Err(Failure::new(format!("`cargo metadata` failed: {status}")));
            }
        }
        let json = String::from_utf8(output.stdout)
            .map_err(|_| Failure::new("`cargo metadata` wrote something that is not UTF-8"))?;
        CargoMetadata::parse_json(json)
            .and_then(CargoMetadata::build_graph)
            .map_err(|why| Failure::new(format!("cannot understand `cargo metadata`: {why}")))
    }
}

impl Drop for Metadata {
    /// After another error nobody waits for it, and it must not go on talking.
    fn drop(&mut self) {
        if let Some(mut cargo) = self.cargo.take() {
            let _ = cargo.kill();
            let _ = cargo.wait();
        }
    }
}

/// Cargo's own exit code. With another it was killed, or it isn't Cargo, and has said nothing perhaps.
const CARGO_HAS_SAID_WHY: i32 = 101;

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
