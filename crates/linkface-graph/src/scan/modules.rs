//! Where the file of `mod x;` is.

use super::Files;
use super::attribute::Attribute;
use crate::facts::Unread;
use std::io;
use std::path::{Path, PathBuf};

/// The file of a module.
pub(super) struct ModuleFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// Of its children.
    pub(super) folders: Folders,
}

/// The folders that a module's children are looked for in.
#[derive(Clone)]
pub(super) struct Folders {
    /// For `mod x;`.
    children: PathBuf,
    /// For `#[path = "…"]`.
    paths: PathBuf,
}

impl Folders {
    /// Of a crate's root, a `mod.rs`, or a file that `#[path]` names.
    pub(super) fn owner(file: &Path) -> Self {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        Self {
            children: folder.clone(),
            paths: folder,
        }
    }

    /// Of `x.rs`: its children are in `x/`.
    fn named(file: &Path) -> Self {
        Self {
            children: file.with_extension(""),
            ..Self::owner(file)
        }
    }

    /// Of `mod name { … }`.
    pub(super) fn inline(&self, name: &str, attributes: &[Attribute]) -> Self {
        let folder = match path(attributes) {
            Some(path) => self.paths.join(path),
            None => self.children.join(name),
        };
        Self {
            children: folder.clone(),
            paths: folder,
        }
    }

    /// Reads the file of `mod name;`, which stands in that line of `parent`.
    pub(super) fn read(
        &self,
        files: &dyn Files,
        name: &str,
        attributes: &[Attribute],
        (parent, line): (&Path, usize),
    ) -> Result<ModuleFile, Unread> {
        let candidates = self.candidates(name, attributes);
        let mut tried = Vec::new();
        for (path, folders) in candidates {
            match files.read(&path) {
                Ok(text) => {
                    return Ok(ModuleFile {
                        path,
                        text,
                        folders,
                    });
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    tried.push(format!("`{}`", path.display()));
                }
                Err(error) => {
                    return Err(Unread {
                        file: path,
                        why: error.to_string(),
                    });
                }
            }
        }
        Err(Unread {
            file: parent.to_owned(),
            why: format!(
                "the file of `mod {name};`, line {line}, is missing: there is no {}",
                tried.join(" and no ")
            ),
        })
    }

    fn candidates(&self, name: &str, attributes: &[Attribute]) -> Vec<(PathBuf, Self)> {
        if let Some(path) = path(attributes) {
            let file = self.paths.join(path);
            let folders = Self::owner(&file);
            return vec![(file, folders)];
        }
        let named = self.children.join(format!("{name}.rs"));
        let owner = self.children.join(name).join("mod.rs");
        let folders = (Self::named(&named), Self::owner(&owner));
        vec![(named, folders.0), (owner, folders.1)]
    }
}

/// `#[path = "…"]`
fn path(attributes: &[Attribute]) -> Option<String> {
    attributes
        .iter()
        .filter(|attribute| attribute.is("path"))
        .find_map(Attribute::value)
}
