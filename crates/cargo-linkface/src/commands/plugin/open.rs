//! A plugin's file, read.

use crate::failure::Failure;
use linkface_plugin::describe::Description;
use linkface_plugin::file::{FileError, PluginFile};
use linkface_plugin::header::{Header, Role};
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::io::ErrorKind;
use std::path::Path;

/// An interface that a plugin implements or needs.
pub(super) struct Interface {
    pub(super) role: Role,
    /// The implementor's name.
    pub(super) name: String,
    pub(super) build: u64,
    pub(super) description: Description,
}

/// The header, and its interfaces.
pub(super) fn open(file: &Path) -> Result<(Header, Vec<Interface>), Failure> {
    let header = match PluginFile::open(file) {
        Ok(plugin) => plugin.header,
        Err(error) => {
            return Err(Failure::file("read", file, &error).helps(help(&error)));
        }
    };
    let interfaces = header
        .exports
        .iter()
        .map(|export| {
            let description = Description::decode(&export.description)
                .map_err(|error| Failure::file("read", file, error))?;
            Ok(Interface {
                role: export.role,
                name: export.name.clone(),
                build: export.build,
                description,
            })
        })
        .collect::<Result<_, Failure>>()?;
    Ok((header, interfaces))
}

fn help(error: &FileError) -> Option<String> {
    Some(match error {
        FileError::Io(error) if error.kind() == ErrorKind::NotFound => format!(
            "`cargo build` makes `target/debug/{DLL_PREFIX}name{DLL_SUFFIX}` of a crate whose crate-type is \
             `cdylib`"
        ),
        FileError::NotAFile => "name the plugin's own file".to_owned(),
        FileError::NotALibrary | FileError::Program | FileError::NotAPlugin => {
            "a plugin is made of a crate whose crate-type is `cdylib`, with \
             `linkface_plugin::export!(Type);`"
                .to_owned()
        }
        FileError::Damaged(_) | FileError::Header(_) => "copy or build it again".to_owned(),
        _ => return None,
    })
}
