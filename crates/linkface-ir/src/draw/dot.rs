//! Graphs for Graphviz, in its language DOT ([grammar](https://graphviz.org/doc/info/lang.html)).

use super::graph::{Edge, EdgeKind, Graph, Mark, Node};
use super::measure::{printable, shorten};
use std::fmt::Write;

/// Columns of a line of a box, at most.
const COLUMNS: usize = 80;

/// Writes a graph.
#[must_use]
pub fn draw(graph: &Graph) -> String {
    let mut text = String::from("digraph {\n");
    let title = quote(&printable(&graph.name));
    let _ = writeln!(
        text,
        "  label={title}; labelloc=t; fontname=\"sans-serif\";"
    );
    text += "  node [shape=box, fontname=\"monospace\", fontsize=10, margin=\"0.1,0.05\"];\n";
    text += "  edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.7];\n";
    for (index, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(text, "  b{index} [{}];", attributes(node));
    }
    for (_, edge) in graph.sound_edges() {
        let _ = writeln!(text, "  b{} -> b{} [{}];", edge.from, edge.to, line(edge));
    }
    text + "}\n"
}

fn attributes(node: &Node) -> String {
    // `\l` ends a line that stands left.
    let mut label = String::from("\"");
    let title = match node.words() {
        words if words.is_empty() => node.title.clone(),
        words => format!("{}  ({words})", node.title),
    };
    let lines = node.lines.iter().map(|line| line.text.as_str());
    for line in std::iter::once(title.as_str()).chain(lines) {
        escape(&mut label, &shorten(&printable(line), COLUMNS));
        label += "\\l";
    }
    label += "\"";
    let mut words = format!("label={label}");
    if node.is(Mark::Entry) || node.is(Mark::Return) {
        words += ", penwidth=2";
    }
    if node.is(Mark::Unwind) {
        words += ", style=dashed";
    }
    if node.is(Mark::Doomed) || node.is(Mark::Unreached) {
        words += ", color=gray60, fontcolor=gray50";
    } else if node.is(Mark::LoopHeader) {
        words += ", color=\"#3b6fd4\"";
    } else if node.is(Mark::Changed) {
        words += ", color=\"#c2410c\"";
    }
    words
}

fn line(edge: &Edge) -> String {
    let style = match edge.kind {
        EdgeKind::Plain => "color=\"#5f6878\"",
        EdgeKind::True => "color=\"#0b7f73\"",
        EdgeKind::False => "color=\"#c2410c\"",
        EdgeKind::Case => "color=\"#3b6fd4\"",
        EdgeKind::Default => "color=\"#3b6fd4\", style=dashed",
        EdgeKind::Unwind => "color=\"#8a93a3\", style=dashed",
        EdgeKind::Dominates => "color=\"#5f6878\", arrowhead=none",
    };
    if edge.label.is_empty() {
        return style.to_owned();
    }
    format!("label={}, {style}", quote(&printable(&edge.label)))
}

fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    escape(&mut quoted, text);
    quoted.push('"');
    quoted
}

/// In a quoted string only quotes are special, but in labels backslashes are, too.
fn escape(to: &mut String, text: &str) {
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            to.push('\\');
        }
        // Graphviz reads entities in labels.
        if character == '&' {
            to.push_str("&amp;");
        } else {
            to.push(character);
        }
    }
}
