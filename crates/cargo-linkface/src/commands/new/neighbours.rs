//! Where the packages around a new one have linkface from.

use super::manifest;
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// As much as is needed of what `cargo metadata` writes.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    path: Option<PathBuf>,
    source: Option<String>,
}

/// Where members of the workspace around `folder` have linkface from, if it is a folder or a
/// repository.
///
/// Only manifests are read: a workspace whose dependencies can't be had yet may get one more member.
///
/// # Errors
///
/// If Cargo can't be called.
pub(super) fn linkface(session: &Session, folder: &Path) -> Result<Option<Where>, Failure> {
    let Some(root) = manifest::around(session, folder)? else {
        return Ok(None);
    };
    let mut cargo = session.cargo()?;
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
    cargo.arg("--manifest-path").arg(root).stderr(Stdio::null());
    let output = cargo
        .output()
        .map_err(|why| Failure::new(format!("cannot run `cargo metadata`: {why}")))?;
    // What is wrong in the workspace `cargo new` says next.
    let metadata = serde_json::from_slice(&output.stdout);
    let metadata = metadata.unwrap_or(Metadata {
        packages: Vec::new(),
    });
    let mut all = metadata.packages.into_iter().flat_map(|of| of.dependencies);
    Ok(all.find_map(|dependency| {
        let Dependency { name, path, source } = dependency;
        (name == "linkface").then_some(())?;
        match path {
            Some(folder) => Some(Where::Folder(folder)),
            None => Where::repository(source.as_deref()?),
        }
    }))
}
