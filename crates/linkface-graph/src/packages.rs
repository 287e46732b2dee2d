//! The packages that matter: what Cargo says of them, what their manifests say, what their code says.
//!
//! | module | holds |
//! |---|---|
//! | [`read`](mod@read) | [`Packages`] from a package graph; which of them may have facts |
//! | [`build`] | the packages, features and edges that one build has |
//! | [`features`] | `--features`, `--all-features`, `--no-default-features` |
//! | [`platform`] | target triples and what is known of them |
//! | [`resolver`] | the version of the feature resolver that a workspace asks for |
//! | [`rustflags`] | what rustc's flags say about linking |

pub mod build;
pub mod features;
pub mod platform;
pub mod read;
pub mod resolver;
pub mod rustflags;

pub use build::Build;
pub use read::read;

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
    /// What it depends on, by package and name.
    pub dependencies: Vec<Dependency>,
}

impl Package {
    /// Its library or proc macro, if it has one.
    #[must_use]
    pub fn library(&self) -> Option<&Crate> {
        self.crates.iter().find(|target| target.is_library())
    }

    /// `greeting 0.1.0`, as chains have it.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

impl Crate {
    /// Whether other crates can depend on it, or it is linked in the place of such a one: `lib`,
    /// `cdylib`, `proc-macro`, …
    #[must_use]
    pub fn is_library(&self) -> bool {
        !self.kinds.iter().any(|kind| {
            matches!(
                kind.as_str(),
                "bin" | "test" | "example" | "bench" | "custom-build"
            )
        })
    }

    /// Whether one of its kinds is `kind`.
    #[must_use]
    pub fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|own| own == kind)
    }
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
    /// Whether `cargo test` builds its unit tests: not with `test = false`.
    pub test: bool,
    /// `required-features`: without them it isn't built.
    pub required_features: Vec<String>,
    /// What its code says, if somebody looked.
    pub facts: Option<CrateFacts>,
}

/// A dependency, as it was resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "as Cargo has it: a dependency may be of all three kinds"
)]
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
    /// Whether it is optional wherever it is declared.
    pub optional: bool,
    /// A feature of the dependent that turns it on, if it is optional and the dependent a member of the
    /// workspace.
    #[serde(default)]
    pub enabled_by: Option<String>,
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
