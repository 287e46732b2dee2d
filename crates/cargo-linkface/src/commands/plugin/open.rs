//! A plugin's file, read.

use crate::failure::Failure;
use linkface_plugin::describe::Description;
use linkface_plugin::file::{FileError, PluginFile};
use linkface_plugin::header::{Header, Role};
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
            let failure = Failure::file("read", file, &error);
            return Err(match error {
                FileError::NotAPlugin => failure.help(
                    "a plugin is a crate whose crate-type is `cdylib`, with \
                     `linkface_plugin::export!(Type);`",
                ),
                _ => failure,
            });
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
