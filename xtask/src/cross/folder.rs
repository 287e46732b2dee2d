//! Folders, with errors that name them.

use crate::command::{Failure, Result};
use std::path::Path;
use std::{fs, io};

/// There is one.
pub(super) fn create(folder: &Path) -> Result {
    told(fs::create_dir_all(folder), "create", folder)
}

/// There is one, and nothing in it.
pub(super) fn clear(folder: &Path) -> Result {
    if folder.exists() {
        told(fs::remove_dir_all(folder), "remove", folder)?;
    }
    create(folder)
}

fn told(result: io::Result<()>, what: &str, folder: &Path) -> Result {
    result.map_err(|error| Failure::new(format!("cannot {what} `{}`: {error}", folder.display())))
}
