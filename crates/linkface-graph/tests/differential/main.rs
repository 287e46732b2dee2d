//! The packages, features and edges that are simulated, against Cargo's own, recorded in
//! `fixtures/metadata` (see `record.sh` there) on real dependency graphs.

mod tree;
mod units;

use guppy::graph::PackageGraph;
use linkface_graph::facts::PackageId;
use linkface_graph::packages::build::{Kind, Options, Side};
use linkface_graph::packages::features::Features;
use linkface_graph::packages::platform::platform;
use linkface_graph::packages::{Build, resolver};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// `name version`, and where it is built.
type Node = (String, Side);

/// A build.
type Graph = BTreeMap<Node, Package>;

/// A package of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Package {
    features: BTreeSet<String>,
    edges: BTreeSet<(Kind, Node)>,
}

/// The flags that a recording was made with.
#[derive(Debug, Default)]
struct Flags {
    target: String,
    members: BTreeSet<String>,
    features: Features,
    dev: bool,
}

impl Flags {
    #[track_caller]
    fn parse(line: &str) -> Self {
        let mut flags = Self::default();
        let mut words = line.split_whitespace();
        while let Some(word) = words.next() {
            let mut value = || words.next().expect("a value").to_owned();
            match word {
                "--target" => flags.target = value(),
                "--workspace" => {}
                "-p" => {
                    flags.members.insert(value());
                }
                "--all-features" => flags.features.all = true,
                "--no-default-features" => flags.features.no_default = true,
                "--features" => {
                    let named = value();
                    flags.features.named = named.split(',').map(str::to_owned).collect();
                }
                "-e" => flags.dev = value().contains("dev"),
                "--all-targets" => flags.dev = true,
                other => panic!("flag {other}"),
            }
        }
        flags
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/metadata")
}

#[track_caller]
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn package_graph(name: &str) -> PackageGraph {
    let metadata = read(&folder().join(name).join("metadata.json"));
    PackageGraph::from_json(metadata).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What we say of such a build.
#[track_caller]
fn simulated(name: &str, graph: &PackageGraph, flags: &Flags) -> Graph {
    let manifest = read(&folder().join(name).join("workspace/Cargo.toml"));
    let of = |triple: &str| {
        let cfg = cfg(triple);
        Arc::new(platform(triple, cfg).unwrap_or_else(|error| panic!("{error}")))
    };
    let members = graph
        .workspace()
        .iter()
        .filter(|member| flags.members.is_empty() || flags.members.contains(member.name()));
    let options = Options {
        resolver: resolver::read(&manifest).unwrap_or_else(|error| panic!("{error}")),
        target: of(&flags.target),
        host: of("x86_64-unknown-linux-gnu"),
        members: members
            .map(|member| PackageId(member.id().repr().to_owned()))
            .collect(),
        features: flags.features.clone(),
        dev: flags.dev,
    };
    let build = Build::simulate(graph, &options).unwrap_or_else(|error| panic!("{error}"));
    let label = |id: &PackageId| label(graph, &id.0);
    let mut found = Graph::new();
    for side in [Side::Target, Side::Host] {
        for (id, enabled) in build.side(side) {
            let edges = enabled.edges.iter();
            let package = Package {
                features: enabled.features.clone(),
                edges: edges
                    .map(|edge| (edge.kind, (label(&edge.to), edge.side)))
                    .collect(),
            };
            found.insert((label(id), side), package);
        }
    }
    found
}

/// `name version` of a package id.
#[track_caller]
fn label(graph: &PackageGraph, id: &str) -> String {
    let id = guppy::PackageId::new(id.to_owned());
    let package = graph.metadata(&id).expect("a package of the graph");
    format!("{} {}", package.name(), package.version())
}

/// What `rustc --print cfg` says of features that dependencies in the graphs hang on.
fn cfg(triple: &str) -> &'static str {
    match triple.split('-').next() {
        Some("x86_64") => "target_feature=\"sse2\"\n",
        Some("aarch64") => "target_feature=\"neon\"\n",
        _ => "",
    }
}

/// What differs, a line for each.
fn differences(ours: &Graph, cargos: &Graph) -> Vec<String> {
    let mut lines = Vec::new();
    let nodes: BTreeSet<_> = ours.keys().chain(cargos.keys()).collect();
    for node @ (label, side) in nodes {
        let (ours, cargos) = match (ours.get(node), cargos.get(node)) {
            (Some(ours), Some(cargos)) => (ours, cargos),
            (ours, _) => {
                let whose = if ours.is_some() {
                    "only ours"
                } else {
                    "only Cargo's"
                };
                lines.push(format!("{label} ({side:?}): {whose}"));
                continue;
            }
        };
        let mut line = String::new();
        for (feature, sign) in differing(&ours.features, &cargos.features) {
            write!(line, " {sign}{feature}").unwrap();
        }
        for ((kind, (to, side)), sign) in differing(&ours.edges, &cargos.edges) {
            write!(line, " {sign}{kind:?}→{to} ({side:?})").unwrap();
        }
        if !line.is_empty() {
            lines.push(format!("{label} ({side:?}):{line}"));
        }
    }
    lines
}

/// `+`: only ours has it; `-`: only Cargo's.
fn differing<'a, T: Ord>(ours: &'a BTreeSet<T>, cargos: &'a BTreeSet<T>) -> Vec<(&'a T, char)> {
    let more = ours.difference(cargos).map(|one| (one, '+'));
    more.chain(cargos.difference(ours).map(|one| (one, '-')))
        .collect()
}

#[track_caller]
fn check_trees(name: &str, packages: usize) {
    let graph = package_graph(name);
    assert!(
        graph.package_count() >= packages,
        "{}",
        graph.package_count()
    );
    let mut report = String::new();
    for path in recorded(name, ".tree") {
        let (flags, cargos) = tree::read(&read(&path));
        let ours = simulated(name, &graph, &flags);
        let ours = tree::shown(&graph, &flags, ours);
        let cargos = tree::shown(&graph, &flags, cargos);
        for line in differences(&ours, &cargos) {
            writeln!(report, "{}: {line}", path.file_name().unwrap().display()).unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[track_caller]
fn check_units(name: &str) {
    let graph = package_graph(name);
    let mut report = String::new();
    for path in recorded(name, ".units.json") {
        let (flags, cargos) = units::read(&graph, &read(&path));
        let ours = units::without_kinds(simulated(name, &graph, &flags));
        for line in differences(&ours, &cargos) {
            writeln!(report, "{}: {line}", path.file_name().unwrap().display()).unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[track_caller]
fn recorded(name: &str, ending: &str) -> Vec<PathBuf> {
    let folder = folder().join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "nothing is recorded of {name}");
    paths
}

#[test]
fn cycles_of_dev_dependencies() {
    check_trees("cycle", 40);
    check_units("cycle");
}

#[test]
fn firmware_with_resolver_1() {
    check_trees("firmware", 100);
    check_units("firmware");
}

#[test]
fn a_game_of_500_packages() {
    check_trees("game", 500);
    check_units("game");
}

#[test]
fn services_and_a_tool() {
    check_trees("service", 350);
    check_units("service");
}

#[test]
fn members_on_both_sides() {
    check_units("sides");
}
