//! What `cargo tree` says, exactly.

use super::{Flags, Graph, Node};
use guppy::graph::PackageGraph;
use linkface_graph::packages::build::{Kind, Side};
use std::collections::BTreeSet;

/// Reads a recorded tree: the flags in its first line, then `name v1.0.0 (proc-macro) (/path) ; a,b (*)`,
/// four columns for each level, and `[dev-dependencies]` before the edges of that kind.
///
/// With `--target`, a package that is on both sides has a node on each, so which side a node is on
/// follows from the way to it. A node whose edges were printed before has `(*)`.
#[track_caller]
pub(super) fn read(text: &str) -> (Flags, Graph) {
    let (flags, tree) = text.split_once('\n').expect("a line of flags");
    let mut graph = Graph::new();
    // The nodes above the line, and the kind of the edges that are printed of the last of them.
    let mut path: Vec<(Node, Kind)> = Vec::new();
    for line in tree.lines() {
        let said = line.trim_start_matches(['│', '├', '└', '─', ' ', '\u{a0}']);
        if said.is_empty() {
            continue;
        }
        let depth = (line.chars().count() - said.chars().count()) / 4;
        if said.starts_with('[') {
            path.truncate(depth + 1);
            path.last_mut().expect("a package before its sections").1 = match said {
                "[dev-dependencies]" => Kind::Dev,
                "[build-dependencies]" => Kind::Build,
                other => panic!("no section: {other}"),
            };
            continue;
        }
        path.truncate(depth);
        // A member that is on both sides is a root twice, and says nothing new the second time.
        if depth == 0 && said.ends_with("(*)") {
            continue;
        }
        let (package, features) = said.split_once(" ; ").expect("`{p} ; {f}`");
        let mut words = package.split(' ');
        let name = words.next().unwrap_or_default();
        let version = words.next().unwrap_or_default().trim_start_matches('v');
        let parent = path.last();
        let is_host = package.contains("(proc-macro)")
            || parent.is_some_and(|(node, kind)| node.1 == Side::Host || *kind == Kind::Build);
        let side = if is_host { Side::Host } else { Side::Target };
        let node: Node = (format!("{name} {version}"), side);
        let features = features.trim_end_matches("(*)").trim().split(',');
        let features = features.filter(|one| !one.is_empty()).map(str::to_owned);
        let entry = graph.entry(node.clone()).or_default();
        let features = features.collect();
        assert!(
            entry.features.is_empty() || entry.features == features,
            "{node:?} has two sets of features"
        );
        entry.features = features;
        if let Some((parent, kind)) = parent {
            let edge = (*kind, node.clone());
            graph.entry(parent.clone()).or_default().edges.insert(edge);
        }
        path.push((node, Kind::Normal));
    }
    (Flags::parse(flags), graph)
}

/// What of a build `cargo tree` and we can both say. It differs from what Cargo builds (see the unit
/// graphs, with which we agree) in what members are on the host:
///
/// * It shows the dev-dependencies of a selected member on both sides, if the member is on both. There
///   are no tests of it on the host, unless it is a proc macro.
/// * It shows a selected proc macro on the host only. Its integration tests are on the target, with
///   all that they depend on.
pub(super) fn shown(packages: &PackageGraph, flags: &Flags, mut graph: Graph) -> Graph {
    let mut proc_macros = BTreeSet::new();
    let mut queue = Vec::new();
    for package in packages.packages() {
        let label = format!("{} {}", package.name(), package.version());
        let selected = package.in_workspace()
            && (flags.members.is_empty() || flags.members.contains(package.name()));
        let side = if package.is_proc_macro() {
            proc_macros.insert(label.clone());
            Side::Host
        } else {
            Side::Target
        };
        if selected {
            queue.push((label, side));
        }
    }
    for ((label, side), package) in &mut graph {
        if *side == Side::Host && !proc_macros.contains(label) {
            package.edges.retain(|(kind, _)| *kind != Kind::Dev);
        }
    }
    let mut shown = Graph::new();
    while let Some(node) = queue.pop() {
        if let Some((node, package)) = graph.remove_entry(&node) {
            queue.extend(package.edges.iter().map(|(_, to)| to.clone()));
            shown.insert(node, package);
        }
    }
    shown
}
