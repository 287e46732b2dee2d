//! The host, and the plugins: as they are, grown by a field, and of an older version.

use crate::peer::{LINKFACE, PEERS, Peer};
use crate::{cargo, place};
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What was built.
pub(crate) struct Built {
    /// The program that loads.
    pub(crate) host: PathBuf,
    /// Where the plugins are.
    pub(crate) plugins: PathBuf,
    /// Where those are whose interface has one more field.
    grown: PathBuf,
    /// Where linkface's is whose interface has a method less.
    older: PathBuf,
}

/// Builds all, as a release. Hosts and plugins apart, as they are in real use: Cargo would give all
/// the features that one of them has.
pub(crate) fn build() -> Result<Built> {
    let host = "plugin-bench-app";
    let release = cargo_build("host", &[host], &[])?;
    let kept = keep("host", &release, [host.to_owned()])?;
    let plugins: Vec<&str> = PEERS.iter().filter_map(|peer| peer.plugin).collect();
    let libraries = || PEERS.into_iter().filter_map(library);
    let grown: Vec<String> = PEERS
        .iter()
        .filter(|peer| peer.plugin.is_some())
        .map(|peer| format!("{}/grown", peer.api))
        .collect();
    let folder = |name: &str, packages: &[&str], features: &[String]| {
        let release = cargo_build(name, packages, features)?;
        let built = libraries().filter(|library| release.join(library).is_file());
        keep(name, &release, built)
    };
    Ok(Built {
        host: kept.join(host),
        plugins: folder("plugins", &plugins, &[])?,
        grown: folder("grown", &plugins, &grown)?,
        older: folder(
            "older",
            &["linkface-bench-plugin"],
            &["linkface-bench-plugin/older".to_owned()],
        )?,
    })
}

/// All in one target folder: what they depend on is built once.
fn cargo_build(name: &str, packages: &[&str], features: &[String]) -> Result<PathBuf> {
    eprintln!("building: {name}");
    let target = place::scratch("build")?;
    let mut cargo = cargo::stable(place::here());
    cargo.args(["build", "--locked", "--release"]);
    // The interfaces are not what is built, but a feature has to be of something that is.
    let of_features = features
        .iter()
        .filter_map(|feature| feature.split('/').next());
    for package in packages.iter().copied().chain(of_features) {
        cargo.args(["--package", package]);
    }
    if !features.is_empty() {
        cargo.args(["--features", &features.join(",")]);
    }
    cargo::run(cargo.arg("--target-dir").arg(&target))?;
    Ok(target.join("release"))
}

/// Copies what was built: the next build makes files of the same names.
fn keep(name: &str, from: &Path, files: impl IntoIterator<Item = String>) -> Result<PathBuf> {
    let folder = place::empty(name)?;
    for file in files {
        fs::copy(from.join(&file), folder.join(&file)).context(file)?;
    }
    Ok(folder)
}

impl Built {
    /// The plugin of a peer.
    pub(crate) fn plugin(&self, peer: Peer) -> Option<PathBuf> {
        Some(self.plugins.join(library(peer)?))
    }

    /// The one whose struct has a field more.
    pub(crate) fn grown(&self, peer: Peer) -> Option<PathBuf> {
        Some(self.grown.join(library(peer)?))
    }

    /// linkface's, without a method that has a default.
    pub(crate) fn older(&self) -> Option<PathBuf> {
        let linkface = PEERS.into_iter().find(|peer| peer.name == LINKFACE)?;
        Some(self.older.join(library(linkface)?))
    }
}

/// `liblinkface_bench_plugin.so`
fn library(peer: Peer) -> Option<String> {
    let name = peer.plugin?.replace('-', "_");
    Some(format!(
        "{}{name}{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    ))
}

/// The size of a file.
pub(crate) fn size(file: &Path) -> Result<u64> {
    let metadata = fs::metadata(file).with_context(|| file.display().to_string())?;
    Ok(metadata.len())
}
