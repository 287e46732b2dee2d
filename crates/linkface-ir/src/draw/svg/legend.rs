//! What the lines and boxes mean: only what occurs in the picture.

use crate::draw::graph::{EdgeKind, Graph, Mark};
use std::fmt::Write;

/// One line of samples and words.
pub(super) struct Legend {
    pub(super) body: String,
    pub(super) width: i64,
}

const EDGES: [(EdgeKind, &str); 6] = [
    (EdgeKind::True, "if true"),
    (EdgeKind::False, "if false"),
    (EdgeKind::Case, "for a value"),
    (EdgeKind::Default, "for all other values"),
    (EdgeKind::Unwind, "if the call panics"),
    (EdgeKind::Dominates, "dominates"),
];

const BOXES: [(Mark, &str); 6] = [
    (Mark::LoopHeader, "loop"),
    (Mark::Return, "returns"),
    (Mark::Unwind, "unwinding"),
    (Mark::Doomed, "only leads to unreachable"),
    (Mark::Unreached, "never reached"),
    (Mark::Changed, "changed"),
];

/// `12 blocks, 16 edges`
pub(super) fn count(graph: &Graph) -> String {
    let plural = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        many => format!("{many} {one}s"),
    };
    let edges = graph.edges.iter();
    let edges = edges
        .filter(|edge| edge.kind != EdgeKind::Dominates)
        .count();
    let blocks = plural(graph.nodes.len(), "block");
    if edges == 0 {
        return blocks;
    }
    format!("{blocks}, {}", plural(edges, "edge"))
}

pub(super) fn draw(graph: &Graph) -> Legend {
    let mut legend = Legend {
        body: String::from("<g aria-hidden=\"true\">\n"),
        width: 0,
    };
    let (y, mut x) = (58, super::MARGIN);
    for (kind, words) in EDGES {
        if graph.edges.iter().any(|edge| edge.kind == kind) {
            let class = super::scene::edge_class(kind);
            let (end, text, baseline) = (x + 26, x + 34, y + 4);
            let _ = writeln!(
                legend.body,
                r#"<g class="{class}"><path class="wire" d="M{x} {y}H{end}"/><text class="words" x="{text}" y="{baseline}">{words}</text></g>"#
            );
            x = text + room(words);
        }
    }
    for (mark, words) in BOXES {
        if graph.nodes.iter().any(|node| node.is(mark)) {
            let class = mark.class();
            let (top, text, baseline) = (y - 7, x + 28, y + 4);
            let _ = writeln!(
                legend.body,
                r#"<g class="{class}"><rect class="box" x="{x}" y="{top}" width="20" height="14" rx="3"/><rect class="head" x="{}" y="{}" width="18" height="6"/></g><text class="words" x="{text}" y="{baseline}">{words}</text>"#,
                x + 1,
                top + 1,
            );
            x = text + room(words);
        }
    }
    legend.body += "</g>\n";
    legend.width = x;
    legend
}

/// In the widest of common faces, with some distance to what follows.
fn room(words: &str) -> i64 {
    i64::try_from(words.len()).unwrap_or(0) * 7 + 18
}
