//! The boxes and edges of a picture.

use super::Options;
use crate::draw::graph::{Edge, EdgeKind, Graph, Node};
use crate::draw::layout::{Connection, Point, Rect, Route, Size, Spacing, layout};
use crate::draw::measure::{columns, printable, shorten};
use crate::draw::xml::escape;
use std::fmt::Write;

/// Tenths of a pixel: a column of 12 px text in the widest common monospaced face.
const COLUMN: i64 = 74;
const LINE: i64 = 16;
const HEAD: i64 = 22;
const PADDING: i64 = 9;
const SPACING: Spacing = Spacing {
    boxes: 36,
    lane: 16,
    track: 9,
    stub: 20,
    corner: 14,
    breadth: 4200,
};

/// A picture without a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// Elements of SVG: edges (`<g class="edge" data-from data-to>`), then boxes
    /// (`<g class="block" data-block>`).
    pub body: String,
    /// The boxes.
    pub boxes: Vec<Rect>,
}

/// Draws a graph without title, legend and styles. None if there is too much of it.
#[must_use]
pub fn picture(graph: &Graph, options: Options) -> Option<Picture> {
    let sizes: Vec<Size> = graph.nodes.iter().map(|node| size(node, options)).collect();
    let sizes = widened(graph, sizes);
    let connections: Vec<_> = graph.edges.iter().map(connection).collect();
    let drawn = layout(&sizes, &connections, &SPACING)?;
    let mut body = String::new();
    for (edge, route) in graph.edges.iter().zip(&drawn.routes) {
        if !route.points.is_empty() {
            wire(&mut body, graph, edge, route);
        }
    }
    for (index, (node, rect)) in graph.nodes.iter().zip(&drawn.boxes).enumerate() {
        block(&mut body, index, node, rect, options);
    }
    Some(Picture {
        width: drawn.size.width,
        height: drawn.size.height,
        body,
        boxes: drawn.boxes,
    })
}

fn pixels(text: usize) -> i64 {
    i64::try_from(text).unwrap_or(i64::MAX / COLUMN) * COLUMN / 10
}

fn size(node: &Node, options: Options) -> Size {
    let lines = node.lines.iter().take(options.lines);
    let texts = lines.map(|line| columns(&printable(&line.text)).min(options.columns));
    let head = columns(&printable(&node.title)).min(options.columns) + columns(&node.words());
    let widest = texts.chain([head + 3]).max().unwrap_or(0);
    let shown = shown(node, options);
    let body = if shown == 0 { 0 } else { LINE * shown + 7 };
    Size {
        width: pixels(widest) + 2 * PADDING,
        height: HEAD + body,
    }
}

/// How many lines there are, one that says how many are left out included.
fn shown(node: &Node, options: Options) -> i64 {
    let all = node.lines.len();
    let shown = if all > options.lines {
        options.lines + 1
    } else {
        all
    };
    i64::try_from(shown).unwrap_or(i64::MAX)
}

/// A box is as wide as the labels below it.
fn widened(graph: &Graph, mut sizes: Vec<Size>) -> Vec<Size> {
    for (node, leaving) in graph.leaving().iter().enumerate() {
        // Many share a line, and have their labels at their ends.
        if leaving.len() < 7 {
            let rooms = leaving.iter().map(|edge| label_room(&graph.edges[*edge]));
            let needed: i64 = rooms.map(|room| room + SPACING.lane).sum();
            sizes[node].width = sizes[node].width.max(needed + 2 * SPACING.corner);
        }
    }
    sizes
}

fn label_room(edge: &Edge) -> i64 {
    pixels(columns(&label(edge)))
}

fn label(edge: &Edge) -> String {
    const MOST: usize = 18;
    shorten(&printable(&edge.label), MOST).into_owned()
}

fn connection(edge: &Edge) -> Connection {
    Connection {
        from: edge.from,
        to: edge.to,
        class: u8::from(edge.kind == EdgeKind::Unwind),
        label: label_room(edge),
    }
}

/// The class of an edge's element; a box that unwinds has the class `unwind`.
pub(super) fn edge_class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Unwind => "unwind-edge",
        kind => kind.class(),
    }
}

fn wire(body: &mut String, graph: &Graph, edge: &Edge, route: &Route) {
    const TIP: i64 = 8;
    let (Some(start), Some(end)) = (route.points.first(), route.points.last()) else {
        return;
    };
    let class = edge_class(edge.kind);
    let back = if route.back { " back" } else { "" };
    let names = [edge.from, edge.to].map(|node| escape(&printable(&graph.nodes[node].title)));
    let when = match (edge.label.as_str(), edge.kind) {
        (label, _) if !label.is_empty() => format!(": {}", escape(&printable(label))),
        (_, EdgeKind::Unwind) => ": if the call panics".to_owned(),
        _ => String::new(),
    };
    let _ = write!(
        body,
        r#"<g class="edge {class}{back}" data-from="{}" data-to="{}"><title>{} → {}{when}</title>"#,
        edge.from, edge.to, names[0], names[1]
    );
    let mut points = route.points.clone();
    let arrow = edge.kind != EdgeKind::Dominates;
    if arrow && let Some(last) = points.last_mut() {
        last.y -= TIP - 1;
    }
    let _ = write!(body, r#"<path class="wire" d="{}"/>"#, rounded(&points));
    if arrow {
        let (left, right, top) = (end.x - 4, end.x + 4, end.y - TIP);
        let _ = write!(
            body,
            r#"<path class="tip" d="M{} {}L{left} {top}H{right}Z"/>"#,
            end.x, end.y
        );
    }
    if !edge.label.is_empty() {
        let (x, y) = if route.label_at_end {
            (end.x + 6, end.y - 7)
        } else {
            (start.x + 5, start.y + 13)
        };
        let label = escape(&label(edge));
        let _ = write!(
            body,
            r#"<text class="label" x="{x}" y="{y}">{label}</text>"#
        );
    }
    *body += "</g>\n";
}

/// The way, with round corners.
fn rounded(points: &[Point]) -> String {
    const RADIUS: i64 = 6;
    let mut way = String::new();
    let Some(first) = points.first() else {
        return way;
    };
    let _ = write!(way, "M{} {}", first.x, first.y);
    for corner in points.windows(3) {
        let (before, at, after) = (corner[0], corner[1], corner[2]);
        let length = |one: Point, other: Point| (one.x - other.x).abs() + (one.y - other.y).abs();
        let radius = RADIUS
            .min(length(before, at) / 2)
            .min(length(at, after) / 2);
        let near = |other: Point| Point {
            x: at.x + (other.x - at.x).signum() * radius,
            y: at.y + (other.y - at.y).signum() * radius,
        };
        let (from, to) = (near(before), near(after));
        let _ = write!(
            way,
            "L{} {}Q{} {} {} {}",
            from.x, from.y, at.x, at.y, to.x, to.y
        );
    }
    if let Some(last) = points.last() {
        let _ = write!(way, "L{} {}", last.x, last.y);
    }
    way
}

fn block(body: &mut String, index: usize, node: &Node, rect: &Rect, options: Options) {
    let classes: String = node
        .marks
        .iter()
        .fold(String::new(), |all, mark| all + " " + mark.class());
    let title = printable(&node.title);
    let words = node.words();
    let spoken = if words.is_empty() {
        escape(&title)
    } else {
        format!("{}: {words}", escape(&title))
    };
    let Rect {
        left,
        top,
        width,
        height,
    } = *rect;
    let _ = writeln!(
        body,
        r#"<g class="block{classes}" data-block="{index}" role="group" aria-label="{spoken}"><title>{spoken}</title><rect class="box" x="{left}" y="{top}" width="{width}" height="{height}" rx="4"/>"#
    );
    let head = if node.lines.is_empty() {
        height - 2
    } else {
        HEAD - 2
    };
    let _ = write!(
        body,
        r#"<rect class="head" x="{}" y="{}" width="{}" height="{head}" rx="3"/>"#,
        left + 1,
        top + 1,
        width - 2
    );
    let (x, mut y) = (left + PADDING, top + 15);
    let name = escape(&shorten(&title, options.columns));
    let _ = write!(body, r#"<text class="name" x="{x}" y="{y}">{name}</text>"#);
    if !words.is_empty() {
        let right = left + width - PADDING;
        let _ = write!(
            body,
            r#"<text class="words" x="{right}" y="{y}" text-anchor="end">{words}</text>"#
        );
    }
    *body += "\n";
    y += HEAD - 15 + 14;
    for line in node.lines.iter().take(options.lines) {
        let full = printable(&line.full);
        let text = printable(&line.text);
        let short = shorten(&text, options.columns);
        let place = line
            .instruction
            .map(|it| format!(r#" data-instruction="{it}""#));
        let place = place.unwrap_or_default();
        let tooltip = if *short == *full {
            String::new()
        } else {
            format!("<title>{}</title>", escape(&full))
        };
        let _ = writeln!(
            body,
            r#"<text class="line" x="{x}" y="{y}"{place}>{tooltip}{}</text>"#,
            escape(&short)
        );
        y += LINE;
    }
    if node.lines.len() > options.lines {
        let more = node.lines.len() - options.lines;
        let _ = writeln!(
            body,
            r#"<text class="words" x="{x}" y="{y}">and {more} more</text>"#
        );
    }
    *body += "</g>\n";
}
