//! For Graphviz.

use crate::kit::{HOSTILE, KINDS, expect, graph, many};
use linkface_ir::draw::dot::draw;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn a_graph_in_dot() {
    expect("kinds.dot", &draw(&graph(KINDS)));
}

#[test]
fn graphviz_reads_it() {
    for graph in [graph(KINDS), graph(HOSTILE), many(60)] {
        let started = Command::new("dot")
            .arg("-Tsvg")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut dot) = started else {
            eprintln!("skipped: there is no `dot` in PATH");
            return;
        };
        let text = draw(&graph);
        let mut input = dot.stdin.take().unwrap();
        let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
        let output = dot.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let picture = String::from_utf8_lossy(&output.stdout);
        let boxes = picture.matches("class=\"node\"").count();
        assert_eq!(boxes, graph.nodes.len());
        let edges = picture.matches("class=\"edge\"").count();
        assert_eq!(edges, graph.edges.len());
    }
}
