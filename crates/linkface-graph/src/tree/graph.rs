//! The packages that are linked into a root, and the edges between them.

use crate::facts::PackageId;
use crate::packages::build::{self, Build, Kind, Side};
use crate::packages::{Package, Packages};
use crate::resolution::{Builds, Root, RootKind};
use std::collections::BTreeMap;

/// What is linked into a root, nearest first; the root's package is number 0.
pub(super) struct Graph<'a> {
    /// By number.
    pub(super) packages: Vec<&'a Package>,
    /// By the dependent's number, in the order of names and versions.
    pub(super) edges: Vec<Vec<Edge>>,
    /// The package before each on the shortest way from the root.
    pub(super) from: Vec<Option<usize>>,
    sides: Vec<Side>,
    numbers: BTreeMap<&'a PackageId, usize>,
}

/// A dependency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    /// On which package.
    pub(super) to: usize,
    /// "", "dev", "build", with its condition: "dev, cfg(unix)".
    pub(super) label: String,
}

impl<'a> Graph<'a> {
    /// Follows what is linked; none if the root's package is unknown.
    pub(super) fn linked(packages: &'a Packages, builds: Builds<'_>, root: &Root) -> Option<Self> {
        let (id, package) = packages.get_key_value(&root.package)?;
        let tests = is_test(root.kind);
        let build = if tests { builds.dev } else { builds.plain };
        let mut graph = Self {
            packages: vec![package],
            sides: vec![side(build, package, root.kind)],
            edges: Vec::new(),
            from: vec![None],
            numbers: BTreeMap::from([(id, 0)]),
        };
        while graph.edges.len() < graph.packages.len() {
            let edges = graph.follow(packages, build, root.kind);
            graph.edges.push(edges);
        }
        Some(graph)
    }

    /// The number of a package, if it is linked.
    pub(super) fn number(&self, id: &PackageId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// `greeting 0.1.0`
    pub(super) fn label(&self, number: usize) -> String {
        let package = self.packages[number];
        format!("{} {}", package.name, package.version)
    }

    /// Who depends on each package, and how.
    pub(super) fn dependents(&self) -> Vec<Vec<Edge>> {
        let mut dependents = vec![Vec::new(); self.packages.len()];
        for (from, edges) in self.edges.iter().enumerate() {
            for Edge { to, label } in edges {
                dependents[*to].push(Edge {
                    to: from,
                    label: label.clone(),
                });
            }
        }
        dependents
    }

    fn follow(&mut self, all: &'a Packages, build: &Build, root: RootKind) -> Vec<Edge> {
        let number = self.edges.len();
        let is_root = number == 0;
        let from = self.packages[number];
        // What a macro depends on is linked into the macro.
        let enabled = build.side(self.sides[number]).get(&from.id);
        let Some(enabled) = enabled.filter(|_| is_root || !is_proc_macro(from)) else {
            return Vec::new();
        };
        let mut linked: Vec<_> = enabled
            .edges
            .iter()
            .filter(|edge| counts(edge.kind, is_root.then_some(root)))
            .filter_map(|edge| Some((all.get_key_value(&edge.to)?, edge)))
            .collect();
        // Of several edges to one package, under two names or of two kinds, the first kind says it.
        linked.sort_by_key(|((id, to), edge)| (&to.name, &to.version, *id, edge.kind));
        linked.dedup_by_key(|((id, _), _)| *id);
        linked
            .into_iter()
            .map(|(to, edge)| Edge {
                to: self.meet(number, to, edge.side),
                label: label(edge),
            })
            .collect()
    }

    fn meet(
        &mut self,
        from: usize,
        (id, package): (&'a PackageId, &'a Package),
        side: Side,
    ) -> usize {
        if let Some(&known) = self.numbers.get(id) {
            return known;
        }
        let number = self.packages.len();
        self.numbers.insert(id, number);
        self.packages.push(package);
        self.sides.push(side);
        self.from.push(Some(from));
        number
    }
}

/// Whether dev-dependencies are there.
fn is_test(kind: RootKind) -> bool {
    use RootKind::{Bench, Example, Test, UnitTest};
    matches!(kind, Test | Example | Bench | UnitTest)
}

/// Where the root's package is built: a proc macro and its unit tests on the host.
fn side(build: &Build, package: &Package, kind: RootKind) -> Side {
    let own = matches!(kind, RootKind::ProcMacro | RootKind::UnitTest) && is_proc_macro(package);
    let first = if own { Side::Host } else { Side::Target };
    [first, Side::Target, Side::Host]
        .into_iter()
        .find(|side| build.side(*side).contains_key(&package.id))
        .unwrap_or(first)
}

/// Whether a dependency is linked into the root: dev and build dependencies are, of the root's own
/// package, where its kind says so.
fn counts(kind: Kind, root: Option<RootKind>) -> bool {
    match root {
        Some(RootKind::BuildScript) => kind == Kind::Build,
        Some(root) if is_test(root) => kind != Kind::Build,
        _ => kind == Kind::Normal,
    }
}

fn is_proc_macro(package: &Package) -> bool {
    package
        .library()
        .is_some_and(|library| library.is("proc-macro"))
}

fn label(edge: &build::Edge) -> String {
    let kind = match edge.kind {
        Kind::Normal => None,
        Kind::Dev => Some("dev"),
        Kind::Build => Some("build"),
    };
    let parts = kind.into_iter().chain(edge.condition.as_deref());
    parts.collect::<Vec<_>>().join(", ")
}
