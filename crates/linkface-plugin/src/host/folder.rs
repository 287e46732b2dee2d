//! All plugins of a folder.

use super::error::Why;
use super::{Host, LoadError};
use crate::loadable::Loadable;
use std::env::consts::DLL_EXTENSION;
use std::path::{Path, PathBuf};
use std::{fs, io, vec};

/// What became of a folder's plugins: none of its libraries is lost.
#[derive(Debug)]
#[must_use]
pub struct Folder<L> {
    /// Loaded, by the names of their files; several of one file in the order of its `export!`.
    pub loaded: Vec<Found<L>>,
    /// Plugins that implement the interface but were refused, and files that are damaged.
    pub refused: Vec<LoadError>,
    /// Libraries that are no plugins, and plugins that don't implement the interface: each with the
    /// reason, which isn't an error as long as it was meant so.
    pub others: Vec<LoadError>,
}

/// A plugin that was found in a folder.
#[derive(Debug)]
pub struct Found<L> {
    /// The plugin's file.
    pub path: PathBuf,
    /// The implementor's name, as it stands in the plugin's `export!`.
    pub name: String,
    /// The implementor.
    pub loaded: L,
}

impl<L> IntoIterator for Folder<L> {
    type Item = L;
    type IntoIter = std::iter::Map<vec::IntoIter<Found<L>>, fn(Found<L>) -> L>;

    /// The implementors that were loaded.
    fn into_iter(self) -> Self::IntoIter {
        self.loaded.into_iter().map(|found| found.loaded)
    }
}

impl Host {
    /// Loads all plugins in a folder that implement the interface, in the order of their names.
    ///
    /// Files whose names don't end as a library's on this system are passed over unread, and so are
    /// folders in it.
    ///
    /// # Errors
    ///
    /// If the folder can't be read. What became of each of its files is in what is returned.
    pub fn load_dir<L: Loadable>(&self, folder: impl AsRef<Path>) -> Result<Folder<L>, LoadError> {
        let folder = folder.as_ref();
        let mut found = Folder {
            loaded: Vec::new(),
            refused: Vec::new(),
            others: Vec::new(),
        };
        let files = libraries(folder).map_err(|error| {
            LoadError::new(
                folder,
                L::RUSTC,
                Why::File(crate::file::FileError::Io(error)),
            )
        })?;
        for path in files {
            match self.load(&path) {
                Ok(loaded) => found.loaded.push(Found {
                    path,
                    name: String::new(),
                    loaded,
                }),
                Err(error) => found.refused.push(error),
            }
        }
        Ok(found)
    }

    /// Loads the one plugin in a folder that implements the interface.
    ///
    /// # Errors
    ///
    /// If there is none, or if there are several: all are named then, and none of them has run.
    pub fn load_only<L: Loadable>(&self, folder: impl AsRef<Path>) -> Result<L, LoadError> {
        let folder = folder.as_ref();
        let mut found = self.load_dir::<L>(folder)?;
        found
            .loaded
            .pop()
            .map(|found| found.loaded)
            .ok_or_else(|| LoadError::new(folder, L::RUSTC, Why::Changed))
    }
}

/// The files in a folder that are named as libraries are, in the order of their names.
fn libraries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == DLL_EXTENSION) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
