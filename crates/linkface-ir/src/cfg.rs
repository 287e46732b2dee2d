//! Control flow: which block goes where, dominators, loops, blocks that only lead to `unreachable`.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::cfg::{Cfg, Dominators, EdgeLabel};
//! use linkface_ir::model::BlockId;
//!
//! let module = Module::new(
//!     "define i32 @pick(i1 %c) {
//! entry:
//!   br i1 %c, label %yes, label %no
//! yes:
//!   br label %end
//! no:
//!   br label %end
//! end:
//!   %x = phi i32 [ 1, %yes ], [ 2, %no ]
//!   ret i32 %x
//! }
//! ",
//! );
//! let function = module.function("pick").unwrap().parse();
//! let cfg = Cfg::new(&function);
//! assert_eq!(cfg.successors(BlockId(0)), [BlockId(1), BlockId(2)]);
//! assert_eq!(cfg.out_edges(BlockId(0))[0].label, EdgeLabel::True);
//!
//! let dominators = Dominators::new(&cfg);
//! assert_eq!(dominators.immediate(BlockId(3)), Some(BlockId(0)));
//! ```

mod dominators;
mod doomed;
mod label;
mod loops;
mod order;
mod transfer;

pub use dominators::{Dominators, Placement};
pub use doomed::{Doomed, Fate};
pub use label::EdgeLabel;
pub use loops::{Loop, LoopId, Loops};
pub use transfer::{Obstacle, Transfer};

use crate::model::{BlockId, Function};
use std::ops::Range;

/// One way from a block to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge<'a> {
    /// The block whose terminator it is.
    pub from: BlockId,
    /// Where it goes.
    pub to: BlockId,
    /// When it is taken.
    pub label: EdgeLabel<'a>,
}

/// The control flow graph of one function.
///
/// A block that another one names twice (`switch` with two cases for one label) is its successor twice,
/// and that one is its predecessor twice: a `phi` has as many entries.
#[derive(Clone, Debug)]
pub struct Cfg<'a> {
    edges: Vec<Edge<'a>>,
    out: Vec<Range<u32>>,
    successors: Vec<BlockId>,
    into: Vec<Range<u32>>,
    predecessors: Vec<BlockId>,
    order: order::Order,
}

impl<'a> Cfg<'a> {
    /// Of a function. Labels that no block has lead nowhere; a block without terminator leads nowhere.
    #[must_use]
    pub fn new(function: &Function<'a>) -> Self {
        let mut edges = Vec::new();
        for from in function.block_ids() {
            let Some(terminator) = function.terminator(from) else {
                continue;
            };
            label::each(&terminator.op, |to, label| {
                if let Some(to) = function.block_of(to) {
                    edges.push(Edge { from, to, label });
                }
            });
        }
        Self::from_edges(function.blocks().len(), edges)
    }

    /// Of `blocks` blocks and these edges, in their order; the first block is where it begins. Edges of
    /// other blocks are left out.
    #[must_use]
    pub fn from_edges(blocks: usize, edges: impl IntoIterator<Item = Edge<'a>>) -> Self {
        let mut edges: Vec<_> = edges
            .into_iter()
            .filter(|edge| edge.from.index() < blocks && edge.to.index() < blocks)
            .collect();
        edges.sort_by_key(|edge| edge.from);
        let out = ranges(blocks, edges.iter().map(|edge| edge.from));
        let successors: Vec<_> = edges.iter().map(|edge| edge.to).collect();
        let mut backwards: Vec<_> = edges.iter().map(|edge| (edge.to, edge.from)).collect();
        backwards.sort_by_key(|(to, _)| *to);
        let into = ranges(blocks, backwards.iter().map(|(to, _)| *to));
        let predecessors = backwards.into_iter().map(|(_, from)| from).collect();
        let order = order::Order::new(&out, &successors);
        Self {
            edges,
            out,
            successors,
            into,
            predecessors,
            order,
        }
    }

    /// How many blocks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether there is no block.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// All blocks, in the order of the text.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = BlockId> + DoubleEndedIterator + use<> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(BlockId)
    }

    /// All edges, by the block from which they go.
    #[must_use]
    pub fn edges(&self) -> &[Edge<'a>] {
        &self.edges
    }

    /// The edges from a block, in the order in which its terminator writes them.
    #[must_use]
    pub fn out_edges(&self, block: BlockId) -> &[Edge<'a>] {
        slice(&self.edges, self.out.get(block.index()))
    }

    /// Where a block goes: the targets of [`Cfg::out_edges`].
    #[must_use]
    pub fn successors(&self, block: BlockId) -> &[BlockId] {
        slice(&self.successors, self.out.get(block.index()))
    }

    /// From where one comes to a block, in the order of the text; once for each edge.
    #[must_use]
    pub fn predecessors(&self, block: BlockId) -> &[BlockId] {
        slice(&self.predecessors, self.into.get(block.index()))
    }

    /// The blocks that can be reached, each before its successors but for the edges that close a cycle.
    #[must_use]
    pub fn reverse_post_order(&self) -> &[BlockId] {
        self.order.blocks()
    }

    /// Where in [`Cfg::reverse_post_order`] a block is; none if it can't be reached.
    #[must_use]
    pub fn position(&self, block: BlockId) -> Option<usize> {
        self.order.position(block)
    }

    /// Whether there is a way from the first block to this one.
    #[must_use]
    pub fn reachable(&self, block: BlockId) -> bool {
        self.position(block).is_some()
    }
}

/// Where each block's run is in a list that is sorted by block.
fn ranges(blocks: usize, sorted: impl Iterator<Item = BlockId>) -> Vec<Range<u32>> {
    let mut counts = vec![0u32; blocks];
    for block in sorted {
        counts[block.index()] += 1;
    }
    let mut start = 0;
    counts
        .into_iter()
        .map(|count| {
            let range = start..start + count;
            start = range.end;
            range
        })
        .collect()
}

fn slice<'s, T>(all: &'s [T], range: Option<&Range<u32>>) -> &'s [T] {
    range
        .and_then(|range| all.get(range.start as usize..range.end as usize))
        .unwrap_or_default()
}
