//! All plugins of a folder.

use super::compare::{implementors, missing};
use super::error::Why;
use super::{Host, LoadError};
use crate::describe::Description;
use crate::file::{FileError, PluginFile};
use crate::header::{Header, RUNTIME};
use crate::loadable::Loadable;
use std::env::consts::DLL_EXTENSION;
use std::path::{Path, PathBuf};
use std::{fs, vec};

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
    /// Loads all plugins in a folder that implement the interface, in the order of their files' names.
    ///
    /// Files whose names don't end as a library's does on this system are passed over unread, and so
    /// are folders in it.
    ///
    /// # Errors
    ///
    /// If the folder can't be read. What became of each of its files is in what is returned.
    pub fn load_dir<L: Loadable>(&self, folder: impl AsRef<Path>) -> Result<Folder<L>, LoadError> {
        let mut out = Folder {
            loaded: Vec::new(),
            refused: Vec::new(),
            others: Vec::new(),
        };
        for path in libraries::<L>(folder.as_ref())? {
            let fails = |why| LoadError::new(&path, L::RUSTC, why);
            let (file, at) = match self.implementor::<L>(&path) {
                Ok(file) => file,
                Err((Other::Yes, why)) => {
                    out.others.push(fails(why));
                    continue;
                }
                Err((Other::No, why)) => {
                    out.refused.push(fails(why));
                    continue;
                }
            };
            for (number, export) in implementors::<L>(&file.header) {
                match self.load_export::<L>(&file, &at, number, export) {
                    Ok(loaded) => out.loaded.push(Found {
                        path: path.clone(),
                        name: export.name.clone(),
                        loaded,
                    }),
                    Err(why) => out.refused.push(fails(why)),
                }
            }
        }
        Ok(out)
    }

    /// Loads the one plugin in a folder that implements the interface: for an interface of which a
    /// program has one implementor.
    ///
    /// # Errors
    ///
    /// If there is none, or if there are several: all are named then, and none of them has run.
    pub fn load_only<L: Loadable>(&self, folder: impl AsRef<Path>) -> Result<L, LoadError> {
        let folder = folder.as_ref();
        let mut found = Vec::new();
        let mut refused = Vec::new();
        for path in libraries::<L>(folder)? {
            match self.implementor::<L>(&path) {
                Ok(file) => found.push((path, file)),
                Err((Other::Yes, _)) => {}
                Err((Other::No, why)) => refused.push(LoadError::new(&path, L::RUSTC, why)),
            }
        }
        let exports: Vec<_> = found
            .iter()
            .flat_map(|(path, opened)| {
                implementors::<L>(&opened.0.header).map(move |export| (path, opened, export))
            })
            .collect();
        match exports[..] {
            [(path, (file, at), (number, export))] => self
                .load_export(file, at, number, export)
                .map_err(|why| LoadError::new(path, L::RUSTC, why)),
            [] => Err(LoadError::new(
                folder,
                L::RUSTC,
                Why::NoneThere {
                    interface: L::NAME,
                    refused,
                },
            )),
            _ => Err(LoadError::new(
                folder,
                L::RUSTC,
                Why::NotSingle {
                    interface: L::NAME,
                    found: exports
                        .iter()
                        .map(|(path, _, (_, export))| ((*path).clone(), export.name.clone()))
                        .collect(),
                },
            )),
        }
    }

    /// A file with at least one implementor, or why not, and whether it's somebody else's business.
    fn implementor<L: Loadable>(&self, path: &Path) -> Result<(PluginFile, PathBuf), (Other, Why)> {
        let (file, at) = self.open(path).map_err(|why| match why {
            Why::File(FileError::NotAPlugin) => (Other::Yes, why),
            why => (Other::No, why),
        })?;
        if implementors::<L>(&file.header).next().is_some() {
            return Ok((file, at));
        }
        // A header that says more than can be read here may well have one.
        check_readable(&file.header).map_err(|why| (Other::No, why))?;
        Err((Other::Yes, missing::<L>(&file.header, None)))
    }
}

/// Whether a library is there for something else than the interface.
enum Other {
    Yes,
    No,
}

fn check_readable(header: &Header) -> Result<(), Why> {
    if header.runtime != RUNTIME {
        return Err(Why::Runtime(header.runtime));
    }
    for export in &header.exports {
        Description::decode(&export.description).map_err(Why::Description)?;
    }
    Ok(())
}

/// The files in a folder that are named as libraries are, in the order of their names.
fn libraries<L: Loadable>(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let read = || {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == DLL_EXTENSION) && !path.is_dir() {
                paths.push(path);
            }
        }
        paths.sort();
        Ok(paths)
    };
    read().map_err(|error| LoadError::new(folder, L::RUSTC, Why::File(FileError::Io(error))))
}
