//! One line for each box: short enough for functions of hundreds of blocks.
//!
//! The lines read like a program: what is inside of a branch or loop is further in, where the ways meet
//! again it goes on. Arrows say in which direction a line is: `↓` the next one, `→` below, `↑` above.

use super::Options;
use super::text::{Line, Style, legend, words};
use crate::draw::graph::{Edge, EdgeKind, Graph, Mark};
use crate::draw::measure::{columns, printable, shorten};

/// Steps to the right, at most.
const DEEPEST: usize = 16;
/// Columns of a name, at most.
const NAME: usize = 28;

/// Draws the list. `dominators` has the nearest box that is always passed before each.
#[must_use]
pub fn draw(graph: &Graph, dominators: &[Option<usize>], options: Options) -> Vec<Line> {
    let order = order(graph, dominators);
    let mut place = vec![usize::MAX; graph.nodes.len()];
    for (line, (node, _)) in order.iter().enumerate() {
        place[*node] = line;
    }
    let leaving = graph.leaving();
    let name = |node: usize| shorten(&printable(&graph.nodes[node].title), NAME).into_owned();
    let rows = order.iter();
    let widths = rows.map(|(node, depth)| depth.min(&DEEPEST) * 2 + columns(&name(*node)));
    let widest = widths.max().unwrap_or(0);
    let mut lines = Vec::with_capacity(order.len());
    for (row, (node, depth)) in order.iter().enumerate() {
        let it = &graph.nodes[*node];
        let mut line = Line::default();
        line.add(Style::Faint, &"│ ".repeat(*depth.min(&DEEPEST)));
        line.add(Style::of_node(it), &name(*node));
        let used = columns(&line.plain());
        let count = it.lines.len();
        line.add(
            Style::Faint,
            &format!("{}{count:>4}", " ".repeat(widest.saturating_sub(used))),
        );
        let words = words(it);
        if !words.is_empty() {
            line.add(Style::Faint, &format!("  {words}"));
        }
        let ways = Ways {
            graph,
            place: &place,
            row,
        };
        let left = options.width.saturating_sub(columns(&line.plain()));
        ways.write(&mut line, &leaving[*node], left, &name);
        lines.push(line);
    }
    if let Some(legend) = legend(&graph.nodes) {
        lines.extend([Line::default(), legend]);
    }
    let spelled = lines.into_iter().map(|line| line.spelled(options.charset));
    spelled.collect()
}

/// Boxes in the order of the list, with how far in they are.
fn order(graph: &Graph, dominators: &[Option<usize>]) -> Vec<(usize, usize)> {
    let count = graph.nodes.len();
    let mut below = vec![Vec::new(); count];
    let above = |node: usize| {
        dominators
            .get(node)
            .copied()
            .flatten()
            .filter(|it| *it < count)
    };
    let position = positions(graph);
    for node in 0..count {
        if let Some(above) = above(node) {
            below[above].push(node);
        }
    }
    let mut entered = vec![0_usize; count];
    for (_, edge) in graph.sound_edges() {
        entered[edge.to] += 1;
    }
    let mut order = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    let tops = (0..count).filter(|node| above(*node).is_none());
    let mut stack = Vec::new();
    // What nothing dominates: the entry, and what is never reached.
    for top in tops.chain(0..count) {
        if seen[top] {
            continue;
        }
        stack.push((top, 0));
        while let Some((node, depth)) = stack.pop() {
            if std::mem::replace(&mut seen[node], true) {
                continue;
            }
            order.push((node, depth));
            let mut inner = std::mem::take(&mut below[node]);
            inner.sort_unstable_by_key(|it| position[*it]);
            // Where the ways meet again, or the only way on: not further in.
            let minor = |it: &usize| {
                let it = &graph.nodes[*it];
                it.is(Mark::Doomed) || it.is(Mark::Unwind)
            };
            let (side, main): (Vec<_>, Vec<_>) = inner.into_iter().partition(minor);
            let (joins, branches): (Vec<_>, Vec<_>) =
                main.into_iter().partition(|it| entered[*it] > 1);
            let mut branches = branches;
            let onward = match (branches.len(), joins.is_empty()) {
                (1, true) => branches.pop(),
                _ => None,
            };
            // The stack gives the last first.
            let flush = onward.into_iter().chain(joins);
            let flush: Vec<_> = flush.map(|it| (it, depth)).collect();
            stack.extend(flush.into_iter().rev());
            let inner = side.into_iter().chain(branches);
            let inner: Vec<_> = inner.map(|it| (it, depth + 1)).collect();
            stack.extend(inner.into_iter().rev());
        }
    }
    order
}

/// In which order one comes to the boxes: each after those that lead to it, but for loops.
fn positions(graph: &Graph) -> Vec<usize> {
    let leaving = graph.leaving();
    let count = graph.nodes.len();
    let mut seen = vec![false; count];
    let mut postorder = Vec::with_capacity(count);
    let mut stack: Vec<(usize, usize)> = Vec::new();
    for start in 0..count {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        stack.push((start, leaving[start].len()));
        while let Some((node, next)) = stack.last_mut() {
            if *next == 0 {
                postorder.push(*node);
                stack.pop();
                continue;
            }
            *next -= 1;
            let to = graph.edges[leaving[*node][*next]].to;
            if !std::mem::replace(&mut seen[to], true) {
                stack.push((to, leaving[to].len()));
            }
        }
    }
    let mut positions = vec![0; count];
    for (position, node) in postorder.iter().rev().enumerate() {
        positions[*node] = position;
    }
    positions
}

/// Where one goes from a box.
struct Ways<'g> {
    graph: &'g Graph,
    place: &'g [usize],
    row: usize,
}

impl Ways<'_> {
    fn write(
        &self,
        line: &mut Line,
        leaving: &[usize],
        width: usize,
        name: &impl Fn(usize) -> String,
    ) {
        let mut left = width;
        for (nth, index) in leaving.iter().enumerate() {
            let edge = &self.graph.edges[*index];
            let text = self.way(edge, name);
            let gap = if nth == 0 { "  " } else { ", " };
            let rest = leaving.len() - nth;
            // Room for saying how many there are that have no room.
            let reserve = if rest > 1 { 14 } else { 0 };
            if nth > 0 && columns(&text) + gap.len() + reserve > left {
                line.add(Style::Faint, &format!(" and {rest} more"));
                return;
            }
            left = left.saturating_sub(columns(&text) + gap.len());
            line.add(Style::Faint, gap);
            line.add(Style::of_edge(edge.kind), &text);
        }
    }

    fn way(&self, edge: &Edge, name: &impl Fn(usize) -> String) -> String {
        const LABEL: usize = 20;
        let label = match (edge.label.as_str(), edge.kind) {
            ("", EdgeKind::Unwind) => "panics ".to_owned(),
            ("", _) => String::new(),
            (label, _) => format!("{} ", shorten(&printable(label), LABEL)),
        };
        let to = self.place[edge.to];
        if to == self.row + 1 {
            return format!("{label}↓");
        }
        let arrow = if to <= self.row { '↑' } else { '→' };
        format!("{label}{arrow} {}", name(edge.to))
    }
}
