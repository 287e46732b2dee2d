//! What `cargo build --unit-graph` says: every call of rustc that there would be.

use super::{Flags, Graph, Node, label};
use guppy::graph::PackageGraph;
use linkface_graph::packages::build::{Kind, Side};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Recorded {
    flags: String,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    /// `build`, `test`, `run-custom-build`.
    mode: String,
    /// None: the host.
    platform: Option<String>,
    features: BTreeSet<String>,
    kind: Vec<String>,
    dependencies: Vec<UnitDependency>,
}

#[derive(Deserialize)]
struct UnitDependency {
    index: usize,
}

/// Reads a recorded unit graph. A unit doesn't say whether a dependency is a dev-dependency: those are
/// normal ones here. A build script is a package's own on the side where its output goes.
#[track_caller]
pub(super) fn read(packages: &PackageGraph, text: &str) -> (Flags, Graph) {
    let recorded: Recorded = serde_json::from_str(text).expect("a recorded unit graph");
    let units = &recorded.units;
    let node = |unit: &Unit| -> Node {
        let side = if unit.platform.is_some() {
            Side::Target
        } else {
            Side::Host
        };
        (label(packages, &unit.pkg_id), side)
    };
    let is_build_script = |unit: &Unit| unit.kind == ["custom-build"];
    let mut graph = Graph::new();
    for unit in units {
        let runs = unit.mode == "run-custom-build";
        if is_build_script(unit) && !runs {
            // Where it belongs, the unit that runs it says.
            continue;
        }
        let from = node(unit);
        let entry = graph.entry(from.clone()).or_default();
        assert!(
            entry.features.is_empty() || entry.features == unit.features,
            "{from:?} has two sets of features"
        );
        entry.features.clone_from(&unit.features);
        let of_unit = |unit: &Unit| -> Vec<usize> {
            let dependencies = unit.dependencies.iter();
            dependencies.map(|dependency| dependency.index).collect()
        };
        let (kind, dependencies) = if runs {
            let compiled = of_unit(unit)
                .into_iter()
                .find(|index| units[*index].mode == "build" && units[*index].pkg_id == unit.pkg_id);
            let script = &units[compiled.expect("a build script is compiled before it runs")];
            (Kind::Build, of_unit(script))
        } else {
            (Kind::Normal, of_unit(unit))
        };
        for to in dependencies.into_iter().map(|index| &units[index]) {
            if to.pkg_id != unit.pkg_id && !is_build_script(to) {
                entry.edges.insert((kind, node(to)));
            }
        }
    }
    (Flags::parse(&recorded.flags), graph)
}

/// Dev-dependencies as normal ones, as units have them.
pub(super) fn without_kinds(mut graph: Graph) -> Graph {
    for package in graph.values_mut() {
        let edges = std::mem::take(&mut package.edges);
        package.edges = edges
            .into_iter()
            .map(|(kind, to)| match kind {
                Kind::Dev => (Kind::Normal, to),
                Kind::Normal | Kind::Build => (kind, to),
            })
            .collect();
    }
    graph
}
