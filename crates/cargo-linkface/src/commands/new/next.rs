//! The flags with which a printed command finds what has just been made, from where the user is.

use super::manifest;
use crate::commands::quote::quoted;
use crate::failure::Failure;
use crate::session::Session;
use std::path::Path;

/// ` --manifest-path PATH`, unless the user is in the package's own workspace.
///
/// # Errors
///
/// If Cargo can't be called, or a manifest can't be read.
pub(super) fn manifest_path(session: &Session, folder: &Path) -> Result<String, Failure> {
    let its = manifest::around(session, folder)?;
    if its.is_some() && its == manifest::around(session, session.current_dir()?)? {
        return Ok(String::new());
    }
    let file = session.display(&folder.join("Cargo.toml"));
    Ok(format!(" --manifest-path {}", quoted(&file)))
}

/// How a program gets the provider that has just been made, and where to be for that.
///
/// # Errors
///
/// As [`manifest_path`].
pub(super) fn use_provider(
    session: &Session,
    name: &str,
    folder: &Path,
) -> Result<(&'static str, String), Failure> {
    let add = format!("cargo linkface add {name}");
    if manifest::around(session, folder)?.is_some() {
        return Ok(("use it in a program", format!("{add} --package PROGRAM")));
    }
    // Absolute, for nobody knows where the program is; Cargo writes the way between the two.
    let path = quoted(&folder.display().to_string());
    Ok((
        "use it in a program, from its folder",
        format!("{add} --path {path}"),
    ))
}
