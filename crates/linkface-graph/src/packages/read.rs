//! [`Packages`] from a package graph.

use super::{Crate, Dependency, Package, Packages, Problem};
use crate::facts::PackageId;
use crate::manifest::Manifest;
use guppy::DependencyKind;
use guppy::graph::feature::FeatureId;
use guppy::graph::{
    BuildTarget, BuildTargetId, BuildTargetKind, DependencyReq, PackageGraph, PackageLink,
    PackageMetadata,
};
use guppy::platform::PlatformStatus;
use serde_json::Value;

/// Every package of the graph. `manifest` is given each one's `[package.metadata]`, `null` where there
/// is none, and says what is meant by it. No crate has facts yet: see [`may_have_facts`].
#[must_use]
pub fn read(
    graph: &PackageGraph,
    manifest: &dyn Fn(&Value) -> (Manifest, Vec<Problem>),
) -> Packages {
    graph
        .packages()
        .map(|package| {
            let package = read_package(&package, manifest);
            (package.id.clone(), package)
        })
        .collect()
}

/// Whether the code of a package can declare or implement: it depends on a package named `linkface`,
/// whatever it calls it, or it is a member of the workspace and may be a root.
///
/// What implements an interface names the façade, and what expands there names `linkface` by the
/// façade's path. Still a provider has to depend on `linkface` itself, to have `#[implement]`.
#[must_use]
pub fn may_have_facts(package: &Package, packages: &Packages) -> bool {
    package.in_workspace
        || package.dependencies.iter().any(|dependency| {
            packages
                .get(&dependency.package)
                .is_some_and(|to| to.name == "linkface")
        })
}

fn read_package(
    package: &PackageMetadata<'_>,
    manifest: &dyn Fn(&Value) -> (Manifest, Vec<Problem>),
) -> Package {
    let (manifest, problems) = manifest(package.metadata_table());
    let mut dependencies: Vec<_> = package.direct_links().map(read_dependency).collect();
    dependencies.sort_by(|a, b| (&a.package, &a.name).cmp(&(&b.package, &b.name)));
    Package {
        id: PackageId(package.id().repr().to_owned()),
        name: package.name().to_owned(),
        version: package.version().to_string(),
        manifest_path: package.manifest_path().into(),
        in_workspace: package.in_workspace(),
        manifest,
        problems,
        crates: package
            .build_targets()
            .map(|target| read_crate(&target))
            .collect(),
        dependencies,
    }
}

fn read_crate(target: &BuildTarget<'_>) -> Crate {
    let kinds = match (target.id(), target.kind()) {
        (_, BuildTargetKind::ProcMacro) => vec!["proc-macro".to_owned()],
        (BuildTargetId::Library, BuildTargetKind::LibraryOrExample(types)) => types.to_vec(),
        (BuildTargetId::BuildScript, _) => vec!["custom-build".to_owned()],
        (BuildTargetId::Example(_), _) => vec!["example".to_owned()],
        (BuildTargetId::Test(_), _) => vec!["test".to_owned()],
        (BuildTargetId::Benchmark(_), _) => vec!["bench".to_owned()],
        _ => vec!["bin".to_owned()],
    };
    Crate {
        name: target.name().to_owned(),
        kinds,
        source: target.path().into(),
        test: target.test_by_default(),
        required_features: target.required_features().to_vec(),
        facts: None,
    }
}

fn read_dependency(link: PackageLink<'_>) -> Dependency {
    let kinds = [
        DependencyKind::Normal,
        DependencyKind::Development,
        DependencyKind::Build,
    ];
    let declared = kinds.map(|kind| link.req_for_kind(kind));
    let [normal, dev, build] = declared.each_ref().map(DependencyReq::is_present);
    let mut conditions: Vec<_> = declared
        .iter()
        .filter(|req| req.is_present())
        .map(|req| {
            condition(req.status().required_status())
                .or_else(|| condition(req.status().optional_status()))
        })
        .collect();
    conditions.dedup();
    let optional = declared
        .iter()
        .all(|req| req.status().required_status().is_never());
    Dependency {
        package: PackageId(link.to().id().repr().to_owned()),
        name: link.resolved_name().to_owned(),
        normal,
        dev,
        build,
        optional,
        enabled_by: if optional { enabled_by(link) } else { None },
        condition: match conditions.as_slice() {
            [one] => one.clone(),
            _ => None,
        },
    }
}

/// A feature that turns an optional dependency on: one of its own rather than `default`.
fn enabled_by(link: PackageLink<'_>) -> Option<String> {
    let from = link.from();
    if !from.in_workspace() {
        return None; // nobody can be told to enable it
    }
    let features = from.graph().feature_graph();
    let dependency = FeatureId::optional_dependency(from.id(), link.dep_name());
    let turns_on = |name: &&str| {
        let feature = FeatureId::named(from.id(), name);
        // An error: one of them is no feature.
        let direct = features.directly_depends_on(feature, dependency);
        direct.unwrap_or(false)
    };
    let names = from.named_features().filter(turns_on);
    let name = names.min_by_key(|name| (*name == "default", *name))?;
    Some(name.to_owned())
}

/// `cfg(unix)`; none if it holds always or never.
pub(super) fn condition(status: PlatformStatus<'_>) -> Option<String> {
    match status {
        PlatformStatus::PlatformDependent { eval } => {
            let specs: Vec<_> = eval
                .target_specs()
                .iter()
                .map(|spec| spelled(&spec.to_string()))
                .collect();
            Some(specs.join(" or "))
        }
        PlatformStatus::Always | PlatformStatus::Never => None,
    }
}

/// guppy gives what stands between the parentheses of `cfg(…)`, or a triple: names in a `cfg` have no
/// `-`, and triples neither quotes nor parentheses.
fn spelled(spec: &str) -> String {
    if spec.contains('-') && !spec.contains(['"', '(']) {
        spec.to_owned()
    } else {
        format!("cfg({spec})")
    }
}
