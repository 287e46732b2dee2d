//! The IR that is read: a program of real crates after fat LTO, the standard library inside of it.

use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of this crate.
pub(crate) fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Builds them, without and with line tables.
pub(crate) fn build() -> Result<Vec<PathBuf>> {
    let target = here().join("target/corpus");
    let mut files = Vec::new();
    for profile in ["fat", "fat-lines"] {
        let status = Command::new("cargo")
            .current_dir(here().join("../../fixtures/ir/crates"))
            .args(["rustc", "--quiet", "--locked", "--profile", profile])
            .args(["-p", "search", "--", "--emit=llvm-ir"])
            .env("CARGO_TARGET_DIR", &target)
            .status()
            .context("cannot run cargo")?;
        if !status.success() {
            bail!("fixtures/ir/crates can't be built");
        }
        files.push(newest(&target.join(profile).join("deps"))?);
    }
    Ok(files)
}

fn newest(folder: &Path) -> Result<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "ll")
        {
            found.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    let newest = found.into_iter().max().context("no IR was written")?;
    Ok(newest.1)
}

/// What a file is called in the tables.
pub(crate) fn name(file: &Path) -> String {
    let path = file.to_string_lossy();
    if path.contains("/fat-lines/") {
        "regex, fat LTO, with line tables".to_owned()
    } else if path.contains("/fat/") {
        "regex, fat LTO".to_owned()
    } else {
        path.into_owned()
    }
}
