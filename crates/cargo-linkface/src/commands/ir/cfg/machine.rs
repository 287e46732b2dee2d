//! Control flow for programs. `docs/json-ir.md` documents it.

use super::Subject;
use crate::failure::Failure;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_ir::model::{BlockId, Op};
use serde::Serialize;
use std::io::Write;

#[derive(Debug, Serialize)]
struct Cfg<'a> {
    reason: &'static str,
    version: u32,
    function: &'a str,
    symbol: &'a str,
    file: &'a str,
    blocks: Vec<Block<'a>>,
    edges: Vec<Edge<'a>>,
}

#[derive(Debug, Serialize)]
struct Block<'a> {
    name: &'a str,
    marks: Vec<&'static str>,
    instructions: usize,
    terminator: Option<&'a str>,
    dominator: Option<usize>,
    loop_depth: usize,
}

#[derive(Debug, Serialize)]
struct Edge<'a> {
    from: usize,
    to: usize,
    kind: &'static str,
    label: &'a str,
    back: bool,
}

/// Writes the graph, and the end.
pub(super) fn write(subject: &Subject<'_, '_>, session: &Session) -> Result<(), Failure> {
    let (function, flow) = (subject.function, subject.flow);
    let dominators = flow.immediate_dominators();
    let block = |id: BlockId| Block {
        name: function.local(function.block(id).label).name.as_written(),
        marks: subject.graph.nodes[id.index()]
            .marks
            .iter()
            .map(|mark| mark.class())
            .collect(),
        instructions: function
            .body(id)
            .iter()
            .filter(|instruction| !matches!(instruction.op, Op::DebugRecord { .. }))
            .count(),
        terminator: function.terminator(id).map(|last| last.op.word()),
        dominator: dominators[id.index()],
        loop_depth: flow.loops.depth(id),
    };
    let ids: Vec<_> = function.block_ids().collect();
    let edges = subject.graph.edges.iter().map(|edge| Edge {
        from: edge.from,
        to: edge.to,
        kind: edge.kind.class(),
        label: &edge.label,
        back: flow.loops.is_back_edge(ids[edge.from], ids[edge.to]),
    });
    let cfg = Cfg {
        reason: "linkface-ir-cfg",
        version: json::VERSION,
        function: &subject.graph.name,
        symbol: function.name().as_written(),
        file: &subject.selection.source.name,
        blocks: ids.iter().map(|id| block(*id)).collect(),
        edges: edges.collect(),
    };
    let shell = session.shell();
    writeln!(shell.out(), "{}", json::line(&cfg))?;
    Summary::new(&[], &[]).write(shell)
}
