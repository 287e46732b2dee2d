//! Cargo's configuration.

use crate::failure::Failure;
use cargo_config2::Config;
use std::path::Path;

/// Reads it as Cargo does in this directory.
///
/// # Errors
///
/// A file that is no TOML, or says what Cargo doesn't know.
pub(super) fn load(current_dir: &Path) -> Result<Config, Failure> {
    Config::load_with_cwd(current_dir)
        .map_err(|why| Failure::new(format!("cannot read Cargo's configuration: {why}")))
}
