//! The profiles of a workspace, as far as they matter to plugins.

use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, TomlError};

/// A profile with `panic = "abort"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aborting {
    /// The workspace's `Cargo.toml`.
    pub file: PathBuf,
    /// `release`
    pub profile: String,
}

/// The profiles in this file, the workspace's `Cargo.toml`, that say `panic = "abort"`. One that inherits
/// from such a profile isn't listed: the key stands in the other.
///
/// ```
/// use linkface_graph::manifest::profile::aborting;
/// use std::path::Path;
///
/// let text = "[profile.release]\nlto = true\npanic = \"abort\"";
/// let found = aborting(Path::new("Cargo.toml"), text)?;
/// assert_eq!(found[0].profile, "release");
/// # Ok::<(), toml_edit::TomlError>(())
/// ```
///
/// # Errors
///
/// If it is not TOML.
pub fn aborting(file: &Path, text: &str) -> Result<Vec<Aborting>, TomlError> {
    let manifest: DocumentMut = text.parse()?;
    let profiles = manifest
        .get("profile")
        .and_then(|profiles| profiles.as_table_like());
    let profiles = profiles.into_iter().flat_map(|profiles| profiles.iter());
    Ok(profiles
        .filter(|(_, profile)| {
            profile.get("panic").and_then(|value| value.as_str()) == Some("abort")
        })
        .map(|(name, _)| Aborting {
            file: file.to_owned(),
            profile: name.to_owned(),
        })
        .collect())
}
