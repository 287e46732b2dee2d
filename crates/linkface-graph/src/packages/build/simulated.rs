//! What the simulation says, as packages with features and edges.

use super::{Build, Edge, Enabled, Kind, Options, Packages, Side};
use crate::facts::PackageId;
use crate::packages::read::condition;
use guppy::DependencyKind;
use guppy::graph::cargo::{BuildPlatform, CargoSet};
use guppy::graph::feature::{FeatureLabel, FeatureSet};
use guppy::graph::{DependencyDirection, PackageLink};
use guppy::platform::{EnabledTernary, PlatformSpec};
use std::sync::Arc;

pub(super) struct Simulated<'a, 'g> {
    pub(super) options: &'a Options,
    pub(super) set: CargoSet<'g>,
}

impl<'g> Simulated<'_, 'g> {
    /// Both sides. guppy follows the dev-dependencies of a selected package on the host, too, if a build
    /// script depends on it; Cargo doesn't. So only what is reached by our edges is there.
    pub(super) fn build(&self) -> Build {
        let mut all = [Side::Target, Side::Host].map(|side| self.side(side));
        let mut build = Build::default();
        let initials = self.set.initials();
        let mut queue: Vec<_> = initials
            .packages_with_features(DependencyDirection::Forward)
            .flat_map(|list| {
                let id = PackageId(list.package().id().repr().to_owned());
                let host = list
                    .package()
                    .is_proc_macro()
                    .then(|| (Side::Host, id.clone()));
                host.into_iter().chain([(Side::Target, id)])
            })
            .collect();
        while let Some((side, id)) = queue.pop() {
            if let Some((id, enabled)) = all[side as usize].remove_entry(&id) {
                queue.extend(
                    enabled
                        .edges
                        .iter()
                        .map(|edge| (edge.side, edge.to.clone())),
                );
                let packages = match side {
                    Side::Target => &mut build.target,
                    Side::Host => &mut build.host,
                };
                packages.insert(id, enabled);
            }
        }
        build
    }

    fn side(&self, side: Side) -> Packages {
        self.features(side)
            .packages_with_features(DependencyDirection::Forward)
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
