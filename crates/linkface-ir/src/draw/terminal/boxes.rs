//! Boxes and arrows made of characters.

use super::Options;
use super::grid::Grid;
use super::text::{Line, Style, legend, words};
use crate::draw::graph::{Edge, EdgeKind, Graph, Mark, Node};
use crate::draw::layout::{Connection, Layout, Rect, Size, Spacing, layout};
use crate::draw::measure::{columns, printable, shorten};

/// How much of each box is shown: lines and columns, from much to little.
const STEPS: [(usize, usize); 7] = [
    (40, 76),
    (24, 56),
    (12, 40),
    (7, 32),
    (4, 26),
    (2, 22),
    (0, 22),
];

/// With so few lines or fewer, labels and gaps are short too.
const NARROW: usize = 4;

/// More boxes than these are a list.
const MOST_BOXES: usize = 120;

/// Columns of a label, at most.
const LABEL: usize = 14;

/// Draws boxes; none if they don't fit into the width, however short their lines are.
#[must_use]
pub fn draw(graph: &Graph, options: Options) -> Option<Vec<Line>> {
    if graph.nodes.len() > MOST_BOXES {
        return None;
    }
    let width = i64::try_from(options.width).unwrap_or(i64::MAX);
    let fitting = STEPS.iter().find_map(|(lines, columns)| {
        let narrow = *lines <= NARROW;
        let spacing = Spacing {
            boxes: 2,
            lane: if narrow { 2 } else { 3 },
            track: 1,
            stub: 1,
            corner: 2,
            breadth: width,
        };
        let faces: Vec<_> = graph
            .nodes
            .iter()
            .map(|node| Face::new(node, *lines, *columns))
            .collect();
        let labels: Vec<_> = graph.edges.iter().map(|edge| label(edge, narrow)).collect();
        let drawn = lay_out(graph, &faces, &labels, &spacing)?;
        (drawn.size.width <= width).then_some((faces, labels, drawn))
    });
    let (faces, labels, drawn) = fitting?;
    let mut grid = Grid::new(drawn.size.width, drawn.size.height)?;
    for ((node, face), rect) in graph.nodes.iter().zip(&faces).zip(&drawn.boxes) {
        paint_box(&mut grid, node, face, rect);
    }
    paint_edges(&mut grid, graph, &labels, &drawn);
    let mut lines = grid.lines();
    if let Some(legend) = legend(&graph.nodes) {
        lines.extend([Line::default(), legend]);
    }
    Some(
        lines
            .into_iter()
            .map(|line| line.spelled(options.charset))
            .collect(),
    )
}

/// What is shown of a box.
struct Face {
    title: String,
    words: String,
    lines: Vec<(String, Style)>,
}

impl Face {
    fn new(node: &Node, most: usize, width: usize) -> Self {
        let style = if node.is(Mark::Doomed) || node.is(Mark::Unreached) {
            Style::Faint
        } else {
            Style::Plain
        };
        let shown = |line: &crate::draw::graph::Line| {
            let text = printable(&line.text);
            (shorten(&text, width).into_owned(), style)
        };
        let count = node.lines.len();
        let lines = if count <= most {
            node.lines.iter().map(shown).collect()
        } else if most < 2 {
            Vec::new()
        } else {
            // The first ones, and the last, which says where to go.
            let left_out = count - most + 1;
            let first = node.lines.iter().take(most - 2).map(shown);
            let gap = (format!("⋮ {left_out} more"), Style::Faint);
            first
                .chain([gap])
                .chain(node.lines.last().map(shown))
                .collect()
        };
        Self {
            title: shorten(&printable(&node.title), width).into_owned(),
            words: words(node),
            lines,
        }
    }

    fn size(&self) -> Size {
        let mut head = columns(&self.title) + 2;
        if !self.words.is_empty() {
            head += columns(&self.words) + 3;
        }
        let lines = self.lines.iter().map(|(line, _)| columns(line));
        let widest = lines.chain([head]).max().unwrap_or(0);
        let size = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Size {
            width: size(widest + 4),
            height: size(self.lines.len() + 2),
        }
    }
}

fn label(edge: &Edge, narrow: bool) -> String {
    let text = match (edge.label.as_str(), edge.kind) {
        (_, EdgeKind::True) if narrow => "T",
        (_, EdgeKind::False) if narrow => "F",
        ("", EdgeKind::Unwind) if narrow => "!",
        ("", EdgeKind::Unwind) => "panics",
        (label, _) => label,
    };
    shorten(&printable(text), LABEL).into_owned()
}

fn lay_out(graph: &Graph, faces: &[Face], labels: &[String], spacing: &Spacing) -> Option<Layout> {
    let room = |edge: usize| i64::try_from(columns(&labels[edge])).unwrap_or(0);
    let mut sizes: Vec<Size> = faces.iter().map(Face::size).collect();
    for (size, leaving) in sizes.iter_mut().zip(graph.leaving()) {
        if leaving.len() < 7 {
            let needed: i64 = leaving.iter().map(|edge| room(*edge) + spacing.lane).sum();
            size.width = size.width.max(needed + spacing.corner);
        }
    }
    let connections: Vec<_> = graph
        .edges
        .iter()
        .enumerate()
        .map(|(index, edge)| Connection {
            from: edge.from,
            to: edge.to,
            class: u8::from(edge.kind == EdgeKind::Unwind),
            label: room(index),
        })
        .collect();
    layout(&sizes, &connections, spacing)
}

fn paint_box(grid: &mut Grid, node: &Node, face: &Face, rect: &Rect) {
    let (right, bottom) = (rect.right() - 1, rect.bottom() - 1);
    let style = Style::of_node(node);
    let border = match style {
        Style::Name => Style::Faint,
        own => own,
    };
    grid.frame(rect.left, rect.top, right, bottom, border);
    grid.write(rect.left + 2, rect.top, &format!(" {} ", face.title), style);
    if !face.words.is_empty() {
        let words = format!(" {} ", face.words);
        let width = i64::try_from(columns(&words)).unwrap_or(0);
        grid.write(right - 1 - width, rect.top, &words, Style::Faint);
    }
    for (nth, (line, style)) in (1..).zip(&face.lines) {
        grid.write(rect.left + 2, rect.top + nth, line, *style);
    }
}

fn paint_edges(grid: &mut Grid, graph: &Graph, labels: &[String], drawn: &Layout) {
    let edges = || graph.edges.iter().zip(&drawn.routes);
    for (edge, route) in edges() {
        let style = Style::of_edge(edge.kind);
        let dashed = edge.kind == EdgeKind::Unwind;
        let Some((first, last)) = route.points.first().zip(route.points.last()) else {
            continue;
        };
        for pair in route.points.windows(2) {
            // The last point is on the box.
            let end = i64::from(pair[1] == *last);
            let from = (pair[0].x, pair[0].y);
            grid.line(from, (pair[1].x, pair[1].y - end), dashed, style);
        }
        grid.open_above(first.x, first.y, dashed, style);
    }
    // Over all lines, whoever drew last.
    for ((edge, route), label) in edges().zip(labels) {
        let style = Style::of_edge(edge.kind);
        let Some((first, last)) = route.points.first().zip(route.points.last()) else {
            continue;
        };
        if edge.kind != EdgeKind::Dominates {
            grid.write(last.x, last.y - 1, "▼", style);
        }
        let (x, y) = if route.label_at_end {
            (last.x + 1, last.y - 1)
        } else {
            (first.x + 1, first.y)
        };
        grid.write(x, y, label, style);
    }
}
