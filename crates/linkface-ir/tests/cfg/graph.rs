//! Graphs to test with, and what the definitions say of them.

use linkface_ir::cfg::{Cfg, Edge, EdgeLabel};
use linkface_ir::model::BlockId;
use proptest::prelude::*;

/// A graph of these edges.
pub(crate) fn cfg(blocks: usize, edges: &[(u32, u32)]) -> Cfg<'static> {
    Cfg::from_edges(
        blocks,
        edges.iter().map(|(from, to)| Edge {
            from: BlockId(*from),
            to: BlockId(*to),
            label: EdgeLabel::Unknown,
        }),
    )
}

/// Any graph of up to 24 blocks: irreducible, unconnected, with double edges and edges to itself.
pub(crate) fn any_graph() -> impl Strategy<Value = Cfg<'static>> {
    (1usize..24).prop_flat_map(|blocks| {
        let block = 0..u32::try_from(blocks).unwrap();
        prop::collection::vec((block.clone(), block), 0..blocks * 2)
            .prop_map(move |edges| cfg(blocks, &edges))
    })
}

/// Which blocks can be reached without passing `removed`.
pub(crate) fn reachable_without(cfg: &Cfg<'_>, removed: Option<BlockId>) -> Vec<bool> {
    let mut seen = vec![false; cfg.len()];
    let mut stack = vec![BlockId(0)];
    while let Some(block) = stack.pop() {
        if Some(block) == removed || std::mem::replace(&mut seen[block.index()], true) {
            continue;
        }
        stack.extend(cfg.successors(block));
    }
    seen
}

/// Whether `to` can be reached from `from` through blocks of which `inside` is true.
pub(crate) fn leads(
    cfg: &Cfg<'_>,
    from: BlockId,
    to: BlockId,
    inside: impl Fn(BlockId) -> bool,
) -> bool {
    let mut seen = vec![false; cfg.len()];
    let mut stack = vec![from];
    while let Some(block) = stack.pop() {
        if block == to {
            return true;
        }
        if !inside(block) || std::mem::replace(&mut seen[block.index()], true) {
            continue;
        }
        stack.extend(cfg.successors(block));
    }
    false
}
