//! Where things are.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the benchmarks.
pub(crate) fn benches() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The crate that is measured.
pub(crate) fn linkface() -> PathBuf {
    benches().join("../crates/linkface")
}

/// A folder for `what`, in the target folder that this program was built into.
pub(crate) fn scratch(what: &str) -> Result<PathBuf> {
    let program = env::current_exe()?;
    // target/release/linkface-benches
    let target = program
        .ancestors()
        .nth(2)
        .context("Cargo puts programs two folders deep")?;
    let folder = target.join("benches").join(what);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// An empty folder for `what`.
pub(crate) fn empty(what: &str) -> Result<PathBuf> {
    let folder = scratch(what)?;
    fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    scratch(what)
}
