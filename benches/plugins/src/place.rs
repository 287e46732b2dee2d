//! Where things are.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of this benchmark.
pub(crate) fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder for `what`, in the target folder that this program was built into.
pub(crate) fn scratch(what: &str) -> Result<PathBuf> {
    let program = env::current_exe()?;
    // target/release/plugin-bench
    let target = program
        .ancestors()
        .nth(2)
        .context("Cargo puts programs two folders deep")?;
    let folder = target.join("bench").join(what);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// An empty folder for `what`.
pub(crate) fn empty(what: &str) -> Result<PathBuf> {
    let folder = scratch(what)?;
    fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    scratch(what)
}
