//! Where things are.

use crate::command::{Failure, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The root of linkface's repository.
pub(crate) fn repository() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// The folder for everything that commands write: Cargo's target folder, wherever it was told to be.
pub(crate) fn target() -> Result<PathBuf> {
    // target/debug/xtask
    let own = env::current_exe().ok();
    let target = own.as_deref().and_then(|own| own.ancestors().nth(2));
    target
        .map(Path::to_path_buf)
        .ok_or_else(|| Failure::new("cannot find the target folder: where is this program?"))
}
