//! Trees as a picture: one standalone SVG, for light and dark surroundings.
//!
//! Nobody knows with which fonts it will be shown, so texts get the room that the widest common face
//! needs (`measure`), and roles differ in shape as well as in colour.

mod legend;
mod measure;
mod shape;
mod xml;

use super::view::{Shown, View};
use super::{Relation, Role, Subject, Tree};
use measure::{Face, width};
use shape::Shape;
use std::fmt::Write;
use xml::escape;

const MARGIN: f64 = 28.0;
const ROW: f64 = 36.0;
const INDENT: f64 = 30.0;
/// From a box's left edge to the line that its children hang on.
const STEM: f64 = 15.0;
/// From the top to the first tree: title and legend.
const TOP: f64 = 108.0;
const HEADING: f64 = 30.0;
const BETWEEN: f64 = 30.0;

/// Draws trees below each other; all packages, or only what leads to a façade or a provider.
#[must_use]
pub fn draw(trees: &[Tree], all: bool) -> String {
    let mut picture = Picture {
        body: String::new(),
        width: legend::WIDTH,
        bottom: TOP,
    };
    for tree in trees {
        picture.tree(tree, all);
    }
    picture.document(trees)
}

struct Picture {
    body: String,
    width: f64,
    bottom: f64,
}

/// Where a row's box was put.
struct Placed {
    left: f64,
    middle: f64,
}

impl Picture {
    fn document(self, trees: &[Tree]) -> String {
        let roots: Vec<_> = trees.iter().map(|tree| tree.root.as_str()).collect();
        let title = escape(&format!("Façades and providers in {}", roots.join(", ")));
        let (width, height) = (self.width + MARGIN, self.bottom);
        let (style, legend) = (include_str!("svg/picture.css"), legend::draw());
        let (x, y, body) = (MARGIN, MARGIN + 18.0, self.body);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" role="list" aria-labelledby="title">
<title id="title">{title}</title>
<style>
{style}</style>
<rect class="paper" width="100%" height="100%"/>
<text class="title" x="{x}" y="{y}">Façades and their providers</text>
{legend}{body}</svg>
"#
        )
    }

    fn tree(&mut self, tree: &Tree, all: bool) {
        let view = tree.view(all);
        self.heading(tree, &view);
        let mut placed: Vec<Placed> = Vec::with_capacity(view.rows.len());
        for shown in &view.rows {
            let left = shown
                .parent
                .map_or(MARGIN, |parent| placed[parent].left + INDENT);
            let middle = self.bottom + ROW / 2.0;
            self.row(
                tree,
                shown,
                left,
                middle,
                shown.parent.map(|parent| &placed[parent]),
            );
            placed.push(Placed { left, middle });
            self.bottom += ROW;
        }
        self.bottom += BETWEEN;
    }

    fn heading(&mut self, tree: &Tree, view: &View<'_>) {
        let text = match view.hidden {
            0 => format!("{} packages", tree.packages.len()),
            hidden => format!(
                "{} packages, {hidden} of them not shown",
                tree.packages.len()
            ),
        };
        let (x, y) = (MARGIN, self.bottom + 14.0);
        let root = escape(&tree.root);
        let _ = writeln!(
            self.body,
            r#"<text class="heading" x="{x}" y="{y}">{root}<tspan class="faint" dx="10">{text}</tspan></text>"#
        );
        let both = width(&tree.root, Face::Large) + 10.0 + width(&text, Face::Large);
        self.reach(x + both);
        self.bottom += HEADING;
    }

    fn row(&mut self, tree: &Tree, shown: &Shown<'_>, left: f64, y: f64, parent: Option<&Placed>) {
        let (name, version) = match (&shown.row.subject, shown.node) {
            (_, Some(node)) => (node.name.as_str(), node.version.as_str()),
            (Subject::Note(note), None) => (note.as_str(), ""),
            (Subject::Package(_), None) => ("", ""),
        };
        let shape = Shape::of(shown);
        let label = width(name, Face::Name) + width(version, Face::Name);
        let size = label + shape.padding() * 2.0 + if version.is_empty() { 0.0 } else { 8.0 };
        let note = note(shown);
        let class = shape.class();
        let problem = if shown.is_problem() { " problem" } else { "" };
        let spoken = [name, version, &note].map(escape);
        let _ = writeln!(
            self.body,
            r#"<g class="{class}{problem}" role="listitem" aria-level="{}" aria-label="{}"><title>{}</title>"#,
            shown.row.depth + 1,
            spoken.join(" ").trim(),
            escape(&tooltip(tree, shown)),
        );
        if let Some(parent) = parent {
            self.connector(&shown.row.relation, parent, left, y);
        }
        self.body += &shape.outline(left, y, size);
        let center = left + size / 2.0;
        let baseline = y + 4.5;
        let (name, version) = (escape(name), escape(version));
        let _ = write!(
            self.body,
            r#"<text class="label" x="{center:.1}" y="{baseline:.1}">{name}"#
        );
        if !version.is_empty() {
            let _ = write!(
                self.body,
                r#"<tspan class="version" dx="8">{version}</tspan>"#
            );
        }
        self.body += "</text>";
        let right = left + size + 10.0;
        if !note.is_empty() {
            let text = escape(&note);
            let _ = write!(
                self.body,
                r#"<text class="note" x="{right:.1}" y="{baseline:.1}">{text}</text>"#
            );
        }
        self.body += "</g>\n";
        self.reach(right + width(&note, Face::Note));
    }

    fn connector(&mut self, relation: &Relation, parent: &Placed, left: f64, y: f64) {
        let class = match relation {
            Relation::Implements(_) => "line implements",
            Relation::Problem(_) => "line wrong",
            Relation::Root | Relation::Dependency(_) => "line",
        };
        let (x, top) = (
            parent.left + STEM,
            parent.middle + shape::HEIGHT / 2.0 + 1.0,
        );
        let (bend, turn) = (y - 6.0, x + 6.0);
        let _ = write!(
            self.body,
            r#"<path class="{class}" d="M{x:.1} {top:.1}V{bend:.1}Q{x:.1} {y:.1} {turn:.1} {y:.1}H{left:.1}"/>"#
        );
        if matches!(relation, Relation::Implements(_)) {
            let (back, up, down) = (left - 7.0, y - 4.0, y + 4.0);
            let _ = write!(
                self.body,
                r#"<path class="arrow" d="M{left:.1} {y:.1}L{back:.1} {up:.1}V{down:.1}Z"/>"#
            );
        }
    }

    fn reach(&mut self, right: f64) {
        self.width = self.width.max(right);
    }
}

/// What stands beside the box.
fn note(shown: &Shown<'_>) -> String {
    let mut parts = Vec::new();
    match &shown.row.relation {
        Relation::Dependency(edge) => {
            parts.extend((!edge.is_empty()).then(|| edge.clone()));
            parts.extend(shown.node.into_iter().flat_map(|node| node.tags.clone()));
        }
        Relation::Implements(why) if !why.is_empty() => parts.push(format!("implements it: {why}")),
        Relation::Problem(why) if !why.is_empty() => parts.push(why.clone()),
        // A note says it itself, and the heading names the root.
        Relation::Implements(_) | Relation::Problem(_) | Relation::Root => {}
    }
    parts.extend(shown.repeated.then(|| "in full elsewhere".to_owned()));
    parts.join(" · ")
}

/// Why it is there, a line for each reason.
fn tooltip(tree: &Tree, shown: &Shown<'_>) -> String {
    match (&shown.row.subject, shown.node) {
        (Subject::Package(number), Some(node)) => {
            let mut lines = vec![node.label()];
            if node.role != Role::Root {
                lines.push(format!("here because: {}", tree.chain(*number)));
            }
            let why = node.why.iter();
            lines.extend(why.map(|why| format!("{}: {}", why.label, why.text)));
            lines.join("\n")
        }
        (Subject::Note(note), _) => note.clone(),
        (Subject::Package(_), None) => String::new(),
    }
}
