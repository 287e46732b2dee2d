//! A name without a place: does the user mean a folder beside the program?

use super::Args;
use crate::commands::facade::crate_name;
use crate::commands::quote::quoted;
use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::packages::{Package, Packages};
use std::fs;
use std::path::{Path, PathBuf};
use toml_edit::DocumentMut;

/// Refuses a name that Cargo would look up in the registry while a package of that name lies nearby.
///
/// # Errors
///
/// If there is one.
pub(super) fn refuse(
    args: &Args,
    session: &Session,
    packages: &Packages,
    to: &Package,
) -> Result<(), Failure> {
    let name = args.name();
    let is_placed = args.path.is_some() || args.git.is_some() || args.registry.is_some();
    let is_exact = args.provider != name || !args.cargo.is_empty();
    let mut known = packages.values();
    if is_placed || is_exact || known.any(|of| crate_name(&of.name) == crate_name(name)) {
        return Ok(());
    }
    let root = session.graph()?.workspace().root().as_std_path();
    if is_shared(root, name) {
        return Ok(());
    }
    let package = to.manifest_path.parent().unwrap_or(root);
    let here = session.current_dir()?;
    let Some(folder) = find(&[here, package, root], name) else {
        return Ok(());
    };
    let shown = session.display(&folder);
    Err(Failure::new(format!(
        "`{name}` is no member of this workspace, and there is a package of that name in `{shown}`"
    ))
    .help(format!(
        "if you mean that one: `cargo linkface add {name} --path {} --package {}`",
        quoted(&shown),
        to.name
    ))
    .help(format!(
        "if you mean one of the registry, give its version: `cargo linkface add {name}@VERSION`"
    )))
}

/// A folder of that name, in or beside one of these, with a package of that name.
fn find(bases: &[&Path], name: &str) -> Option<PathBuf> {
    let beside = bases.iter().filter_map(|base| base.parent());
    let mut folders = bases.iter().copied().chain(beside).map(|of| of.join(name));
    folders.find(|folder| {
        let manifest = read(&folder.join("Cargo.toml"));
        let package = manifest.as_ref().and_then(|of| of.get("package"));
        package.and_then(|package| package.get("name")?.as_str()) == Some(name)
    })
}

/// Whether the workspace says for all its members where it is from.
fn is_shared(root: &Path, name: &str) -> bool {
    let manifest = read(&root.join("Cargo.toml"));
    let workspace = manifest.as_ref().and_then(|of| of.get("workspace"));
    workspace.is_some_and(|of| {
        of.get("dependencies")
            .is_some_and(|of| of.get(name).is_some())
    })
}

/// What isn't there, or isn't TOML, is nothing to go by.
fn read(file: &Path) -> Option<DocumentMut> {
    fs::read_to_string(file).ok()?.parse().ok()
}
