//! The packages that matter: what Cargo says of them, what their manifests say, what their code says.

use crate::facts::{CrateFacts, PackageId};
use crate::manifest::Manifest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// All packages of a graph, by id.
pub type Packages = BTreeMap<PackageId, Package>;

/// A package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// Cargo's id.
    pub id: PackageId,
    /// As in `Cargo.toml`.
    pub name: String,
    /// In full: `0.1.3`.
    pub version: String,
    /// Its `Cargo.toml`.
    pub manifest_path: PathBuf,
    /// Whether it is a member of the workspace.
    pub in_workspace: bool,
    /// `[package.metadata.linkface]`
    pub manifest: Manifest,
    /// What is wrong in that table: not an error of the build, but a finding.
    pub problems: Vec<Problem>,
    /// Its targets. Only those of packages that depend on linkface, and the roots of the workspace,
    /// have facts.
    pub crates: Vec<Crate>,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
}

/// A target of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crate {
    /// Cargo's name of it.
    pub name: String,
    /// What it is: `lib`, `bin`, `test`, `example`, `bench`, `custom-build`, `proc-macro`, or several
    /// for a library: `["cdylib", "rlib"]`. Cargo's own words.
    pub kinds: Vec<String>,
    /// Its root file.
    pub source: PathBuf,
    /// What its code says, if somebody looked.
    pub facts: Option<CrateFacts>,
}

/// A dependency, as it was resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dependency {
    /// On which package.
    pub package: PackageId,
    /// The crate's name as the dependent's code spells it: `my_rng` for `my-rng = { package = "rng-hw" }`.
    pub name: String,
    /// Whether under `[dependencies]`.
    pub normal: bool,
    /// Whether under `[dev-dependencies]`.
    pub dev: bool,
    /// Whether under `[build-dependencies]`.
    pub build: bool,
    /// Whether it is always optional.
    pub optional: bool,
    /// Its condition, if it has one: `cfg(unix)`.
    pub condition: Option<String>,
}

/// Something wrong in `[package.metadata.linkface]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where: `["provides", "1"]`.
    pub key: Vec<String>,
    /// What is wrong, and what to write instead.
    pub why: String,
}
