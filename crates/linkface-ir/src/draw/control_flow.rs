//! From a function to graphs: its control flow, and its dominator tree.

use super::brief;
use super::graph::{Edge, EdgeKind, Graph, Line, Mark, Node};
use crate::cfg::{Cfg, Dominators, Doomed, EdgeLabel, Loops, Transfer};
use crate::model::{BlockId, Function, Op};
use crate::module::Module;

/// What is known of a function's control flow.
#[derive(Clone, Debug)]
pub struct ControlFlow<'a> {
    /// Which block goes where.
    pub cfg: Cfg<'a>,
    /// Which block is passed before which.
    pub dominators: Dominators,
    /// Loops.
    pub loops: Loops,
    /// Blocks that only lead to `unreachable`.
    pub doomed: Doomed,
}

impl<'a> ControlFlow<'a> {
    /// Of a function of `module`.
    #[must_use]
    pub fn new(module: &Module<'a>, function: &Function<'a>) -> Self {
        let cfg = Cfg::new(function);
        let dominators = Dominators::new(&cfg);
        let loops = Loops::new(&cfg, &dominators);
        let doomed = Doomed::new(function, &cfg, &Transfer::new(module, function));
        Self {
            cfg,
            dominators,
            loops,
            doomed,
        }
    }

    /// Blocks and the ways between them, under this name.
    #[must_use]
    pub fn graph(&self, function: &Function<'a>, name: &str) -> Graph {
        let calm = self.without_panics();
        let node = |block: BlockId| Node {
            title: title(function, block),
            marks: self.marks(function, block, &calm),
            lines: lines(function, block),
        };
        Graph {
            name: name.to_owned(),
            nodes: function.block_ids().map(node).collect(),
            edges: self.edges(),
        }
    }

    /// Blocks, each with an edge from the nearest that dominates it.
    #[must_use]
    pub fn dominator_tree(&self, function: &Function<'a>, name: &str) -> Graph {
        let mut graph = self.graph(function, name);
        for node in &mut graph.nodes {
            node.lines.clear();
        }
        let above = self.immediate_dominators();
        let edges = above.into_iter().enumerate().filter_map(|(to, from)| {
            Some(Edge {
                from: from?,
                to,
                kind: EdgeKind::Dominates,
                label: String::new(),
            })
        });
        graph.edges = edges.collect();
        graph
    }

    /// The nearest other block that dominates each block.
    #[must_use]
    pub fn immediate_dominators(&self) -> Vec<Option<usize>> {
        let above = |block| self.dominators.immediate(block).map(BlockId::index);
        self.cfg.blocks().map(above).collect()
    }

    fn marks(&self, function: &Function<'a>, block: BlockId, calm: &[bool]) -> Vec<Mark> {
        let reached = self.cfg.reachable(block);
        let last = function.terminator(block).map(|last| &last.op);
        let marks = [
            (block.0 == 0, Mark::Entry),
            (self.loops.headed_by(block).is_some(), Mark::LoopHeader),
            (matches!(last, Some(Op::Ret(_))), Mark::Return),
            (reached && !calm[block.index()], Mark::Unwind),
            (self.doomed.fate(block).is_some(), Mark::Doomed),
            (!reached, Mark::Unreached),
        ];
        let marks = marks.into_iter().filter(|(holds, _)| *holds);
        marks.map(|(_, mark)| mark).collect()
    }

    /// Which blocks are reached if nothing panics.
    fn without_panics(&self) -> Vec<bool> {
        let mut calm = vec![false; self.cfg.len()];
        let mut work: Vec<_> = self.cfg.blocks().take(1).collect();
        while let Some(block) = work.pop() {
            if !std::mem::replace(&mut calm[block.index()], true) {
                let edges = self.cfg.out_edges(block).iter();
                let edges = edges.filter(|edge| edge.label != EdgeLabel::Unwind);
                work.extend(edges.map(|edge| edge.to));
            }
        }
        calm
    }

    /// One edge for all cases that go to one block.
    fn edges(&self) -> Vec<Edge> {
        let mut edges: Vec<Edge> = Vec::with_capacity(self.cfg.edges().len());
        for block in self.cfg.blocks() {
            let first = edges.len();
            for edge in self.cfg.out_edges(block) {
                let (kind, label) = kind(edge.label);
                let to = edge.to.index();
                let same = |it: &&mut Edge| it.to == to && it.kind == kind;
                // Edges of one block only; sorted by it, they are the last.
                match edges[first..].iter_mut().find(same) {
                    Some(known) if !label.is_empty() => {
                        known.label += ", ";
                        known.label += label;
                    }
                    Some(_) => {}
                    None => edges.push(Edge {
                        from: block.index(),
                        to,
                        kind,
                        label: label.to_owned(),
                    }),
                }
            }
        }
        edges
    }
}

fn kind(label: EdgeLabel<'_>) -> (EdgeKind, &str) {
    match label {
        EdgeLabel::Always | EdgeLabel::Returns => (EdgeKind::Plain, ""),
        EdgeLabel::True => (EdgeKind::True, "true"),
        EdgeLabel::False => (EdgeKind::False, "false"),
        EdgeLabel::Case(value) => (EdgeKind::Case, value),
        EdgeLabel::Default => (EdgeKind::Default, "else"),
        EdgeLabel::Unwind => (EdgeKind::Unwind, ""),
        EdgeLabel::Indirect => (EdgeKind::Plain, "indirect"),
        EdgeLabel::Jumps => (EdgeKind::Plain, "jumps"),
        EdgeLabel::Handler => (EdgeKind::Plain, "handler"),
        EdgeLabel::Caught => (EdgeKind::Plain, "caught"),
        EdgeLabel::Unknown => (EdgeKind::Plain, "?"),
    }
}

fn title(function: &Function<'_>, block: BlockId) -> String {
    let name = function.local(function.block(block).label).name;
    // The optimiser names blocks after the functions that it inlines: `_ZN…E.exit`.
    let path = crate::lookup::Path::new(&name.text());
    if path.is_demangled() {
        format!("%{}", path.text())
    } else {
        format!("%{name}")
    }
}

fn lines(function: &Function<'_>, block: BlockId) -> Vec<Line> {
    let instructions = function
        .numbered(block)
        .filter(|(_, instruction)| !matches!(instruction.op, Op::DebugRecord { .. }));
    instructions
        .map(|(id, instruction)| Line {
            instruction: Some(id.0),
            ..Line::new(brief::instruction(function, instruction))
        })
        .collect()
}
