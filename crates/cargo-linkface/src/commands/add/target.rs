//! The package that gets the provider.

use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::packages::{Package, Packages};
use std::path::PathBuf;
use std::process::Stdio;

/// The package that `--package` names, or the one that the user is in.
///
/// # Errors
///
/// If there is none, or the workspace has several and the user is in none of them.
pub(super) fn target<'a>(
    session: &Session,
    packages: &'a Packages,
) -> Result<&'a Package, Failure> {
    let flags = session.flags();
    let members: Vec<&Package> = packages.values().filter(|of| of.in_workspace).collect();
    match &flags.packages.package[..] {
        [name] => {
            let found = members
                .iter()
                .copied()
                .find(|package| package.name == *name);
            return found.ok_or_else(|| {
                Failure::new(format!("no package `{name}` in this workspace"))
                    .note(format!("it has {}", names(&members)))
            });
        }
        [] => {}
        _ => return Err(Failure::new("a provider is added to one package at a time")),
    }
    let here = here(session)?;
    let found = members.iter().copied().find(|package| {
        let manifest = package.manifest_path.canonicalize();
        manifest.is_ok_and(|manifest| manifest == here)
    });
    match (found, &members[..]) {
        (Some(package), _) | (None, &[package]) => Ok(package),
        _ => Err(Failure::new("this workspace has several packages")
            .note(format!("they are {}", names(&members)))
            .help("say which is to get the provider: `--package NAME`")),
    }
}

/// The manifest that is nearest to the user.
fn here(session: &Session) -> Result<PathBuf, Failure> {
    let mut cargo = session.cargo()?;
    cargo.args(["locate-project", "--message-format=plain"]);
    if let Some(path) = &session.flags().manifest.manifest_path {
        cargo.arg("--manifest-path").arg(path);
    }
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| Failure::new(format!("cannot run `cargo locate-project`: {why}")))?;
    if !output.status.success() {
        return Err(Failure::Reported);
    }
    let path = String::from_utf8_lossy(&output.stdout);
    let path = PathBuf::from(path.trim_end_matches(['\r', '\n']));
    path.canonicalize()
        .map_err(|why| Failure::file("find", &path, why))
}

fn names(members: &[&Package]) -> String {
    let names: Vec<String> = members.iter().map(|of| format!("`{}`", of.name)).collect();
    names.join(", ")
}
