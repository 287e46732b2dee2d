//! The dominator tree, drawn as `cargo tree` draws. Boxes of which each dominates only the next stand in
//! one line.

use super::Options;
use super::text::{Line, Style, legend, words};
use crate::draw::graph::Graph;
use crate::draw::measure::{columns, printable};

/// Columns before a name, at most: what is deeper stands no further in.
const DEEPEST: usize = 160;

/// Draws the tree. `dominators` has the nearest box that dominates each.
#[must_use]
pub fn draw(graph: &Graph, dominators: &[Option<usize>], options: Options) -> Vec<Line> {
    let count = graph.nodes.len();
    let above = |node: usize| {
        dominators
            .get(node)
            .copied()
            .flatten()
            .filter(|it| *it < count)
    };
    let mut below = vec![Vec::new(); count];
    for node in 0..count {
        if let Some(above) = above(node) {
            below[above].push(node);
        }
    }
    let mut lines = Vec::new();
    let mut seen = vec![false; count];
    // The prefix of what is below, and whether a sibling follows.
    let mut stack: Vec<(usize, String, Option<bool>)> = Vec::new();
    let tops = (0..count).rev().filter(|node| above(*node).is_none());
    stack.extend(tops.map(|top| (top, String::new(), None)));
    while let Some((first, prefix, last)) = stack.pop() {
        let mut line = Line::default();
        line.add(Style::Faint, &prefix);
        let inner = match last {
            None => String::new(),
            Some(last) => {
                line.add(Style::Faint, if last { "└── " } else { "├── " });
                if prefix.chars().count() < DEEPEST {
                    format!("{prefix}{}", if last { "    " } else { "│   " })
                } else {
                    prefix.clone()
                }
            }
        };
        let mut node = first;
        loop {
            if std::mem::replace(&mut seen[node], true) {
                break;
            }
            let it = &graph.nodes[node];
            line.add(Style::of_node(it), &printable(&it.title));
            let words = words(it);
            if !words.is_empty() {
                line.add(Style::Faint, &format!(" ({words})"));
            }
            let &[next] = below[node].as_slice() else {
                break;
            };
            let title = columns(&printable(&graph.nodes[next].title));
            if columns(&line.plain()) + title + 24 > options.width {
                break;
            }
            line.add(Style::Faint, " › ");
            node = next;
        }
        lines.push(line.spelled(options.charset));
        let children = below[node].iter().rev().enumerate();
        stack.extend(children.map(|(nth, child)| (*child, inner.clone(), Some(nth == 0))));
    }
    if let Some(legend) = legend(&graph.nodes) {
        lines.extend([Line::default(), legend]);
    }
    lines
}
