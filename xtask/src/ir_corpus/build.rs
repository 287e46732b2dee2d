//! The IR of real crates, by the present toolchain.

use crate::command::{Failure, Result};
use crate::{files, place, tool};
use std::fs;
use std::path::{Path, PathBuf};

/// Programs with everything that they depend on: one profile of the workspace in `fixtures/ir/crates`.
struct Crates {
    profile: &'static str,
    packages: &'static [&'static str],
    /// The whole program is one file, the standard library inside of it.
    fat: bool,
}

/// Debug and release, with and without debug information, and after fat LTO.
const DEFAULT: &[Crates] = &[
    Crates {
        profile: "dev",
        packages: &["document"],
        fat: false,
    },
    Crates {
        profile: "release",
        packages: &["document", "search", "crowd"],
        fat: false,
    },
    Crates {
        profile: "lines",
        packages: &["document"],
        fat: false,
    },
    Crates {
        profile: "fat-lines",
        packages: &["document"],
        fat: true,
    },
];

const ALL: &[&str] = &["crowd", "document", "search", "server"];

const FULL: &[Crates] = &[
    Crates {
        profile: "dev",
        packages: ALL,
        fat: false,
    },
    Crates {
        profile: "plain",
        packages: ALL,
        fat: false,
    },
    Crates {
        profile: "release",
        packages: ALL,
        fat: false,
    },
    Crates {
        profile: "lines",
        packages: ALL,
        fat: false,
    },
    Crates {
        profile: "fat",
        packages: ALL,
        fat: true,
    },
    Crates {
        profile: "fat-lines",
        packages: ALL,
        fat: true,
    },
];

/// Builds them into `target`; the files with their IR.
pub(super) fn all(target: &Path, full: bool) -> Result<Vec<PathBuf>> {
    let host = super::host()?;
    let mut found = Vec::new();
    for crates in if full { FULL } else { DEFAULT } {
        println!(
            "building: {} ({})",
            crates.packages.join(", "),
            crates.profile
        );
        // With fat LTO only the last file is of interest, and only it is written.
        if crates.fat {
            for package in crates.packages {
                let mut cargo = cargo(target, "rustc", crates.profile, &host);
                cargo.args(["-p", package, "--", "--emit=llvm-ir"]);
                finish(cargo)?;
            }
        } else {
            let mut cargo = cargo(target, "build", crates.profile, &host);
            cargo.env("RUSTFLAGS", "--emit=llvm-ir");
            for package in crates.packages {
                cargo.args(["-p", package]);
            }
            finish(cargo)?;
        }
        let folder = match crates.profile {
            "dev" => "debug",
            profile => profile,
        };
        let deps = target.join(&host).join(folder).join("deps");
        let before = found.len();
        found.extend(
            files::list(&deps)?
                .into_iter()
                .filter(|path| path.extension().is_some_and(|extension| extension == "ll")),
        );
        if found.len() == before {
            return Err(Failure::new(format!(
                "no IR was written to {}",
                deps.display()
            )));
        }
    }
    Ok(found)
}

fn cargo(target: &Path, command: &str, profile: &str, host: &str) -> std::process::Command {
    let mut cargo = tool::cargo(&place::repository().join("fixtures/ir/crates"));
    cargo.args([command, "--quiet", "--locked", "--profile", profile]);
    // With a target, flags are for the programs, and not for what runs while they are built.
    cargo.args(["--target", host]);
    cargo.env("CARGO_TARGET_DIR", target);
    cargo
}

fn finish(command: std::process::Command) -> Result {
    let output = tool::run(command)?;
    if output.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "a program can't be built:\n{}",
            output.text
        )))
    }
}

/// How long a file is.
pub(super) fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}
