//! Trees for programs: one JSON object for each root. `docs/json.md` documents it.

use super::roots::Drawn;
use crate::failure::Failure;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_graph::resolution::{Configuration, RootKind};
use linkface_graph::tree::view::Shown;
use linkface_graph::tree::{Node, Relation, Role, Subject};
use serde::Serialize;
use std::io::Write;

/// Writes the trees, and the end.
pub(super) fn write(roots: &[Drawn<'_>], all: bool, session: &Session) -> Result<(), Failure> {
    let shell = session.shell();
    for drawn in roots {
        writeln!(shell.out(), "{}", json::line(&Tree::new(drawn, all)))?;
    }
    Summary::new(&session.analysis()?.resolutions, &[]).write(shell)
}

#[derive(Debug, Serialize)]
struct Tree<'a> {
    reason: &'static str,
    version: u32,
    configuration: &'a Configuration,
    root: Root<'a>,
    rows: Vec<Row<'a>>,
    hidden: usize,
}

#[derive(Debug, Serialize)]
struct Root<'a> {
    package: &'a str,
    kind: RootKind,
    name: &'a str,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    depth: usize,
    package: Option<Package<'a>>,
    note: Option<&'a str>,
    relation: &'static str,
    why: &'a str,
    problem: bool,
    repeated: bool,
}

#[derive(Debug, Serialize)]
struct Package<'a> {
    id: &'a str,
    name: &'a str,
    version: &'a str,
    role: &'static str,
}

impl<'a> Tree<'a> {
    fn new(drawn: &'a Drawn<'_>, all: bool) -> Self {
        let view = drawn.tree.view(all);
        Self {
            reason: "linkface-tree",
            version: json::VERSION,
            configuration: drawn.configuration,
            root: Root {
                package: &drawn.root.package_name,
                kind: drawn.root.kind,
                name: &drawn.root.name,
            },
            rows: view.rows.iter().map(Row::new).collect(),
            hidden: view.hidden,
        }
    }
}

impl<'a> Row<'a> {
    fn new(shown: &Shown<'a>) -> Self {
        let (relation, why) = match &shown.row.relation {
            Relation::Root => ("root", ""),
            Relation::Dependency(edge) => ("dependency", edge.as_str()),
            Relation::Implements(why) => ("implements", why.as_str()),
            Relation::Problem(why) => ("problem", why.as_str()),
        };
        Self {
            depth: shown.row.depth,
            package: shown.node.map(Package::new),
            note: match &shown.row.subject {
                Subject::Package(_) => None,
                Subject::Note(note) => Some(note),
            },
            relation,
            why,
            problem: shown.is_problem(),
            repeated: shown.repeated,
        }
    }
}

impl<'a> Package<'a> {
    fn new(node: &'a Node) -> Self {
        Self {
            id: &node.id.0,
            name: &node.name,
            version: &node.version,
            role: match node.role {
                Role::Root => "root",
                Role::Facade => "facade",
                Role::Provider => "provider",
                Role::Library => "library",
            },
        }
    }
}
