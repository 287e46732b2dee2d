//! What is selected: members, and features of them and of their dependencies.

use super::{BuildError, Options};
use crate::facts::PackageId;
use crate::packages::features::Features;
use guppy::graph::feature::{FeatureId, FeatureLabel, FeatureSet, StandardFeatures};
use guppy::graph::{PackageGraph, PackageLink, PackageMetadata};
use std::collections::BTreeSet;

/// Where Cargo starts from.
pub(super) struct Selection<'g> {
    /// The members, with their features.
    pub(super) members: FeatureSet<'g>,
    /// Features of their dependencies: they count if these are there.
    pub(super) dependencies: FeatureSet<'g>,
}

impl<'g> Selection<'g> {
    pub(super) fn of(graph: &'g PackageGraph, options: &Options) -> Result<Self, BuildError> {
        let members = members(graph, &options.members)?;
        let mut selected = Vec::new();
        let mut dependencies = Vec::new();
        for named in &options.features.named {
            let (of_members, of_dependencies) = find(graph, &members, named);
            if of_members.is_empty() && of_dependencies.is_empty() {
                return Err(BuildError::NoFeature(named.clone()));
            }
            selected.extend(of_members);
            dependencies.extend(of_dependencies);
        }
        let features = graph.feature_graph();
        let ids = |ids: Vec<FeatureId<'g>>| features.resolve_ids(ids).map_err(BuildError::Graph);
        let mut all = ids(selected)?;
        for member in &members {
            all = all.union(&member.to_feature_set(standard(&options.features)));
        }
        Ok(Self {
            members: all,
            dependencies: ids(dependencies)?,
        })
    }
}

fn standard(features: &Features) -> StandardFeatures {
    match (features.all, features.no_default) {
        (true, _) => StandardFeatures::All,
        (false, false) => StandardFeatures::Default,
        (false, true) => StandardFeatures::None,
    }
}

/// The selected members.
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

/// The features of members, and of their dependencies, that a name means, as Cargo has it: a plain one
/// is a feature of every member that has it. `package/feature` is a member's, or else a feature of each
/// dependency that a member has under this name, which is turned on if it is optional.
fn find<'g>(
    graph: &'g PackageGraph,
    members: &[PackageMetadata<'g>],
    named: &str,
) -> (Vec<FeatureId<'g>>, Vec<FeatureId<'g>>) {
    let Some((package, feature)) = named.split_once('/') else {
        let members = members.iter().filter_map(|member| has(member, named));
        return (members.collect(), Vec::new());
    };
    if let Some(member) = members.iter().find(|member| member.name() == package) {
        return (has(member, feature).into_iter().collect(), Vec::new());
    }
    let mut of_members = Vec::new();
    let mut of_dependencies = Vec::new();
    for link in members.iter().flat_map(PackageMetadata::direct_links) {
        if link.dep_name() == package
            && let Some(found) = has(&link.to(), feature)
        {
            of_dependencies.push(found);
            of_members.extend(switches(graph, link));
        }
    }
    (of_members, of_dependencies)
}

fn has<'g>(package: &PackageMetadata<'g>, feature: &str) -> Option<FeatureId<'g>> {
    let name = package.named_features().find(|name| *name == feature)?;
    Some(FeatureId::named(package.id(), name))
}

/// The features of the dependent that turn an optional dependency on.
fn switches<'g>(
    graph: &'g PackageGraph,
    link: PackageLink<'g>,
) -> impl Iterator<Item = FeatureId<'g>> {
    let name = link.dep_name();
    [
        FeatureLabel::OptionalDependency(name),
        FeatureLabel::Named(name),
    ]
    .into_iter()
    .map(move |label| FeatureId::new(link.from().id(), label))
    .filter(|id| graph.feature_graph().contains(*id))
}
