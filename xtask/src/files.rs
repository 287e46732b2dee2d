//! Files, with errors that name them.

use crate::command::{Failure, Result};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| failure("read", path, &error))
}

/// Writes a file, and its folder if there is none.
pub(crate) fn write(path: &Path, text: &str) -> Result {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| failure("create", folder, &error))?;
    }
    fs::write(path, text).map_err(|error| failure("write", path, &error))
}

/// What is in a folder, sorted.
pub(crate) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| failure("read", folder, &error))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()
        .map_err(|error| failure("read", folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// Copies a folder of text files, without the `target` folders in it. What `to` held before is gone.
pub(crate) fn copy(from: &Path, to: &Path) -> Result {
    if to.exists() {
        fs::remove_dir_all(to).map_err(|error| failure("remove", to, &error))?;
    }
    copy_into(from, to)
}

fn copy_into(from: &Path, to: &Path) -> Result {
    for path in list(from)? {
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_file() {
            write(&to.join(name), &read(&path)?)?;
        } else if name != "target" {
            copy_into(&path, &to.join(name))?;
        }
    }
    Ok(())
}

fn failure(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot {what} `{}`: {error}", path.display()))
}
