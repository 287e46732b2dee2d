//! The packages, features and edges that one build has.
//!
//! `cargo metadata` says what could be: all platforms, and the features of normal, dev- and
//! build-dependencies together. What one `cargo build` has, guppy's simulation of Cargo knows.
//!
//! The graph has to hold all of it: `cargo metadata` leaves out what no feature turns on, so it has to be
//! called with `--all-features`, and with the same `--features`, since those of dependencies
//! (`serde/derive`) are no member's.
//!
//! The rule by which Cargo unites features, and therefore what has to be said here: one command has
//! one set of features for each package and side. All packages that are selected count, and their
//! dev-dependencies if it builds a test, an example or a benchmark. (Resolver 1 has one set for both
//! sides, all platforms and all kinds.) So a program has other features under `cargo build` than under
//! `cargo test`: for programs, simulate without dev-dependencies, for the others with them.

mod selection;
mod simulated;

use super::features::Features;
use crate::facts::PackageId;
use guppy::graph::PackageGraph;
use guppy::graph::cargo::{CargoOptions, CargoResolverVersion, CargoSet, InitialsPlatform};
use guppy::platform::{Platform, PlatformSpec};
use selection::Selection;
use simulated::Simulated;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// What is built, and for what.
#[derive(Clone, Debug)]
pub struct Options {
    /// See [`resolver::read`](super::resolver::read).
    pub resolver: CargoResolverVersion,
    /// See [`platform`](super::platform::platform).
    pub target: Arc<Platform>,
    /// Where build scripts and proc macros run.
    pub host: Arc<Platform>,
    /// The members of the workspace that are selected.
    pub members: BTreeSet<PackageId>,
    /// What is asked of them.
    pub features: Features,
    /// Whether tests, examples or benchmarks are built, and dev-dependencies with them.
    pub dev: bool,
}

/// The packages of one build, on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// What is part of the programs.
    pub target: Packages,
    /// What runs while they are built.
    pub host: Packages,
}

/// The packages of one side.
pub type Packages = BTreeMap<PackageId, Enabled>;

/// A package in a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enabled {
    /// Its features, without the names of optional dependencies that no feature has the name of.
    pub features: BTreeSet<String>,
    /// Its dependencies: first by kind, then by package.
    pub edges: Vec<Edge>,
}

/// A dependency in a build.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Of which kind. A dependency of two kinds has two edges.
    pub kind: Kind,
    /// On which package.
    pub to: PackageId,
    /// On which side that package is.
    pub side: Side,
    /// The crate's name, as the dependent spells it.
    pub name: String,
    /// Its condition, if it has one: `cfg(unix)`.
    pub condition: Option<String>,
}

/// Where a dependency stands in the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `[dependencies]`
    Normal,
    /// `[dev-dependencies]`
    Dev,
    /// `[build-dependencies]`
    Build,
}

/// Whether a crate is part of the program, or runs while it is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Part of the program.
    Target,
    /// Proc macros, build scripts, and what they depend on.
    Host,
}

impl Build {
    /// The packages of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> &Packages {
        match side {
            Side::Target => &self.target,
            Side::Host => &self.host,
        }
    }

    /// What Cargo would build.
    ///
    /// # Errors
    ///
    /// If a member or a feature isn't there, or nothing is selected.
    pub fn simulate(graph: &PackageGraph, options: &Options) -> Result<Self, BuildError> {
        let selection = Selection::of(graph, options)?;
        let mut cargo = CargoOptions::new();
        cargo
            .set_resolver(options.resolver)
            .set_include_dev(options.dev)
            .set_target_platform(PlatformSpec::from(Arc::clone(&options.target)))
            .set_host_platform(PlatformSpec::from(Arc::clone(&options.host)));
        if options.dev {
            // The unit tests of a proc macro are programs of the host, its integration tests are
            // programs of the target.
            cargo.set_initials_platform(InitialsPlatform::ProcMacrosOnTarget);
        }
        let set = CargoSet::new(selection.members, selection.dependencies, &cargo)
            .map_err(BuildError::Graph)?;
        Ok(Simulated { options, set }.build())
    }
}

/// Why there is no build.
#[derive(Debug)]
pub enum BuildError {
    /// No member of the workspace is selected.
    NothingSelected,
    /// A selected package is no member of the workspace.
    NoMember(PackageId),
    /// No selected package has this feature.
    NoFeature(String),
    /// The package graph contradicts itself.
    Graph(guppy::Error),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingSelected => f.write_str("no package of the workspace is selected"),
            Self::NoMember(id) => write!(f, "package `{}` is not a member of the workspace", id.0),
            Self::NoFeature(name) => write!(
                f,
                "none of the selected packages has the feature `{name}`: \
                 write `feature`, or `package/feature` with one of them or of their dependencies"
            ),
            Self::Graph(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for BuildError {}
