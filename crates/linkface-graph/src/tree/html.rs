//! Trees as a page: one self-contained file to search and walk through.
//!
//! The page holds all packages, whatever is shown at first, and asks nothing of the network.

use super::{Item, Node, Relation, Role, Row, Subject, Tree};
use crate::facts::{Kind, Place};
use serde::Serialize;

/// Makes the page; at first it shows all packages, or only what leads to a façade or a provider.
#[must_use]
pub fn page(trees: &[Tree], all: bool) -> String {
    let data = Page {
        all,
        roots: trees.iter().map(Root::of).collect(),
    };
    // Nothing in it can fail to be JSON: no map, no number but indices.
    let json = serde_json::to_string(&data).unwrap_or_default();
    let parts = [
        ("<!--style-->", include_str!("page.css").to_owned()),
        ("<!--data-->", inert(&json)),
        ("<!--script-->", include_str!("page.js").to_owned()),
    ];
    let mut page = String::new();
    let mut rest = include_str!("page.html");
    for (mark, part) in parts {
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        page += before;
        page += &part;
        rest = after;
    }
    page + rest
}

/// JSON that no parser of HTML or script mistakes for an end: `</script>`, `<!--`, line separators.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' => inert += "\\u003c",
            '>' => inert += "\\u003e",
            '&' => inert += "\\u0026",
            '\u{2028}' => inert += "\\u2028",
            '\u{2029}' => inert += "\\u2029",
            other => inert.push(other),
        }
    }
    inert
}

#[derive(Serialize)]
struct Page<'a> {
    all: bool,
    roots: Vec<Root<'a>>,
}

#[derive(Serialize)]
struct Root<'a> {
    title: &'a str,
    packages: Vec<Package<'a>>,
    rows: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    role: &'static str,
    problem: bool,
    on_path: bool,
    tags: &'a [String],
    from: Option<usize>,
    why: Vec<(&'static str, &'a str)>,
    items: Vec<Declared<'a>>,
}

#[derive(Serialize)]
struct Declared<'a> {
    path: &'a str,
    kind: &'static str,
    signature: &'a str,
    by: &'a str,
    problem: bool,
    place: String,
}

#[derive(Serialize)]
struct Line<'a> {
    depth: usize,
    package: Option<usize>,
    note: &'a str,
    relation: &'static str,
    why: &'a str,
    full: bool,
}

impl<'a> Root<'a> {
    fn of(tree: &'a Tree) -> Self {
        Self {
            title: &tree.root,
            packages: tree.packages.iter().map(Package::of).collect(),
            rows: tree.rows.iter().map(Line::of).collect(),
        }
    }
}

impl<'a> Package<'a> {
    fn of(node: &'a Node) -> Self {
        Self {
            name: &node.name,
            version: &node.version,
            role: match node.role {
                Role::Root => "root",
                Role::Facade => "facade",
                Role::Provider => "provider",
                Role::Library => "library",
            },
            problem: node.problem,
            on_path: node.on_path,
            tags: &node.tags,
            from: node.from,
            why: node
                .why
                .iter()
                .map(|why| (why.label, why.text.as_str()))
                .collect(),
            items: node.items.iter().map(Declared::of).collect(),
        }
    }
}

impl<'a> Declared<'a> {
    fn of(item: &'a Item) -> Self {
        let Place { file, line, .. } = &item.place;
        Self {
            path: &item.path,
            kind: match item.kind {
                Kind::Function => "fn",
                Kind::Static => "static",
                Kind::Trait => "trait",
                Kind::Type => "type",
            },
            signature: &item.signature,
            by: &item.by,
            problem: item.problem,
            place: format!("{}:{line}", file.display()),
        }
    }
}

impl<'a> Line<'a> {
    fn of(row: &'a Row) -> Self {
        let (package, note) = match &row.subject {
            Subject::Package(number) => (Some(*number), ""),
            Subject::Note(note) => (None, note.as_str()),
        };
        let (relation, why) = match &row.relation {
            Relation::Root => ("root", ""),
            Relation::Dependency(edge) => ("dependency", edge.as_str()),
            Relation::Implements(why) => ("implements", why.as_str()),
            Relation::Problem(why) => ("problem", why.as_str()),
        };
        Self {
            depth: row.depth,
            package,
            note,
            relation,
            why,
            full: row.full,
        }
    }
}
