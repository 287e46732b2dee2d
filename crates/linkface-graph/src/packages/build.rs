//! The packages, features and edges that one build has.
//!
//! `cargo metadata` says what could be: all platforms, and the features of normal, dev- and
//! build-dependencies together. What one `cargo build` has, guppy's simulation of Cargo knows.
//!
//! The rule by which Cargo unites features, and therefore what has to be said here: one command has
//! one set of features for each package and side. All packages that are selected count, and their
//! dev-dependencies if it builds a test, an example or a benchmark. (Resolver 1 has one set for both
//! sides, all platforms and all kinds.) So a program has other features under `cargo build` than under
//! `cargo test`: for programs, simulate without dev-dependencies, for the others with them.

use super::features::Features;
use super::read::condition;
use crate::facts::PackageId;
use guppy::DependencyKind;
use guppy::graph::cargo::{
    BuildPlatform, CargoOptions, CargoResolverVersion, CargoSet, InitialsPlatform,
};
use guppy::graph::feature::{FeatureLabel, FeatureSet, StandardFeatures};
use guppy::graph::{PackageGraph, PackageLink, PackageMetadata};
use guppy::platform::{EnabledTernary, Platform, PlatformSpec};
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
        let members = members(graph, &options.members)?;
        let features = asked_for(graph, &members, &options.features)?;
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
        let set = CargoSet::new(features, graph.feature_graph().resolve_none(), &cargo)
            .map_err(BuildError::Graph)?;
        let simulated = Simulated { options, set };
        Ok(Self {
            target: simulated.side(Side::Target),
            host: simulated.side(Side::Host),
        })
    }
}

fn members<'g>(
    graph: &'g PackageGraph,
    chosen: &BTreeSet<PackageId>,
) -> Result<Vec<PackageMetadata<'g>>, BuildError> {
    if chosen.is_empty() {
        return Err(BuildError::NothingSelected);
    }
    chosen
        .iter()
        .map(|id| {
            graph
                .metadata(&guppy::PackageId::new(id.0.clone()))
                .ok()
                .filter(PackageMetadata::in_workspace)
                .ok_or_else(|| BuildError::NoMember(id.clone()))
        })
        .collect()
}

/// The features of the selected members. A plain name is enabled in each member that has it, as Cargo
/// does; one that nobody has is a mistake.
fn asked_for<'g>(
    graph: &'g PackageGraph,
    members: &[PackageMetadata<'g>],
    features: &Features,
) -> Result<FeatureSet<'g>, BuildError> {
    let standard = match (features.all, features.no_default) {
        (true, _) => StandardFeatures::All,
        (false, false) => StandardFeatures::Default,
        (false, true) => StandardFeatures::None,
    };
    let mut set = graph.feature_graph().resolve_none();
    for member in members {
        set = set.union(&member.to_feature_set(standard));
    }
    for named in &features.named {
        let (only, name) = match named.split_once('/') {
            Some((member, name)) => (Some(member), name),
            None => (None, named.as_str()),
        };
        let mut found = false;
        for member in members {
            let label = FeatureLabel::Named(name);
            let has = only.is_none_or(|only| only == member.name())
                && graph.feature_graph().contains((member.id(), label));
            if has {
                found = true;
                let one = graph
                    .feature_graph()
                    .resolve_ids([(member.id(), label)])
                    .map_err(BuildError::Graph)?;
                set = set.union(&one);
            }
        }
        if !found {
            return Err(BuildError::NoFeature(named.clone()));
        }
    }
    Ok(set)
}

struct Simulated<'a, 'g> {
    options: &'a Options,
    set: CargoSet<'g>,
}

impl<'g> Simulated<'_, 'g> {
    fn side(&self, side: Side) -> Packages {
        self.features(side)
            .packages_with_features(guppy::graph::DependencyDirection::Forward)
            .map(|list| {
                let package = list.package();
                let mut edges: Vec<_> = package
                    .direct_links()
                    .flat_map(|link| self.edges(side, link))
                    .collect();
                edges.sort();
                let enabled = Enabled {
                    features: list.named_features().map(str::to_owned).collect(),
                    edges,
                };
                (PackageId(package.id().repr().to_owned()), enabled)
            })
            .collect()
    }

    fn features(&self, side: Side) -> &FeatureSet<'g> {
        self.set.platform_features(match side {
            Side::Target => BuildPlatform::Target,
            Side::Host => BuildPlatform::Host,
        })
    }

    /// The kinds of a link that are there on this side.
    fn edges(&self, side: Side, link: PackageLink<'g>) -> Vec<Edge> {
        let (from, to) = link.endpoints();
        let selected = self
            .set
            .initials()
            .contains_package(from.id())
            .unwrap_or(false);
        // Of what is selected and also a dependency of a build script, the host has no tests.
        let tested = selected && (side == Side::Target || from.is_proc_macro());
        [
            (Kind::Normal, DependencyKind::Normal, true),
            (
                Kind::Dev,
                DependencyKind::Development,
                self.options.dev && tested,
            ),
            (Kind::Build, DependencyKind::Build, from.has_build_script()),
        ]
        .into_iter()
        .filter(|(_, _, possible)| *possible)
        .filter_map(|(kind, cargo, _)| {
            let host = kind == Kind::Build || side == Side::Host;
            let platform = PlatformSpec::from(Arc::clone(if host {
                &self.options.host
            } else {
                &self.options.target
            }));
            let status = link.req_for_kind(cargo).status();
            let optional = self
                .features(side)
                .contains((from.id(), FeatureLabel::OptionalDependency(link.dep_name())))
                .unwrap_or(false);
            let enabled = if optional {
                status.enabled_on(&platform)
            } else {
                status.required_on(&platform)
            };
            (enabled != EnabledTernary::Disabled).then(|| Edge {
                kind,
                to: PackageId(to.id().repr().to_owned()),
                side: if host || to.is_proc_macro() {
                    Side::Host
                } else {
                    Side::Target
                },
                name: link.resolved_name().to_owned(),
                condition: condition(status.required_status())
                    .or_else(|| condition(status.optional_status())),
            })
        })
        .collect()
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
                 write `feature` or `package/feature`, with a package of the workspace"
            ),
            Self::Graph(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for BuildError {}
