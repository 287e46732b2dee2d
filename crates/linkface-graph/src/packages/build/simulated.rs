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

/// A simulation, and what was asked of it.
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
                let edges = enabled.edges.iter();
                queue.extend(edges.map(|edge| (edge.side, edge.to.clone())));
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
    fn edges(&self, side: Side, link: PackageLink<'g>) -> impl Iterator<Item = Edge> {
        let from = link.from();
        // Of what is selected and also a dependency of a build script, the host has no tests.
        let is_tested = self.options.dev
            && (side == Side::Target || from.is_proc_macro())
            && self
                .set
                .initials()
                .contains_package(from.id())
                .is_ok_and(|is| is);
        [
            (Kind::Normal, DependencyKind::Normal, true),
            (Kind::Dev, DependencyKind::Development, is_tested),
            (Kind::Build, DependencyKind::Build, from.has_build_script()),
        ]
        .into_iter()
        .filter(move |(_, cargos, possible)| *possible && link.req_for_kind(*cargos).is_present())
        .filter_map(move |(kind, cargos, _)| self.edge(side, link, kind, cargos))
    }

    fn edge(
        &self,
        side: Side,
        link: PackageLink<'g>,
        kind: Kind,
        cargos: DependencyKind,
    ) -> Option<Edge> {
        let (from, to) = link.endpoints();
        let is_on_host = kind == Kind::Build || side == Side::Host;
        let platform = PlatformSpec::from(Arc::clone(if is_on_host {
            &self.options.host
        } else {
            &self.options.target
        }));
        let status = link.req_for_kind(cargos).status();
        // What isn't declared as optional anywhere has no such label.
        let optional = FeatureLabel::OptionalDependency(link.dep_name());
        let features = self.features(side);
        let is_on = features.contains((from.id(), optional)).is_ok_and(|is| is);
        let enabled = if is_on {
            status.enabled_on(&platform)
        } else {
            status.required_on(&platform)
        };
        (enabled != EnabledTernary::Disabled).then(|| Edge {
            kind,
            to: PackageId(to.id().repr().to_owned()),
            side: if is_on_host || to.is_proc_macro() {
                Side::Host
            } else {
                Side::Target
            },
            name: link.resolved_name().to_owned(),
            condition: condition(status.required_status())
                .or_else(|| condition(status.optional_status())),
        })
    }
}
