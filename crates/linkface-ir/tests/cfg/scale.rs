//! Functions of a hundred thousand blocks neither overflow the stack nor take all memory.

use crate::graph::cfg;
use linkface_ir::cfg::{Dominators, Loops};
use linkface_ir::model::BlockId;

const BLOCKS: u32 = 100_000;

#[test]
fn a_chain() {
    let edges: Vec<_> = (1..BLOCKS).map(|to| (to - 1, to)).collect();
    let cfg = cfg(BLOCKS as usize, &edges);
    let dominators = Dominators::new(&cfg);
    assert_eq!(cfg.reverse_post_order().len(), BLOCKS as usize);
    assert!(dominators.dominates(BlockId(1), BlockId(BLOCKS - 1)));
    assert_eq!(
        dominators.depth(BlockId(BLOCKS - 1)),
        Some(BLOCKS as usize - 1)
    );
    assert!(dominators.frontier(&cfg, BlockId(0)).is_empty());
}

/// Every block may also go to the last one, as a function does in which everything may panic.
#[test]
fn a_chain_with_one_cleanup() {
    let last = BLOCKS - 1;
    let edges: Vec<_> = (1..last)
        .flat_map(|to| [(to - 1, to), (to - 1, last)])
        .collect();
    let cfg = cfg(BLOCKS as usize, &edges);
    let dominators = Dominators::new(&cfg);
    assert_eq!(dominators.immediate(BlockId(last)), Some(BlockId(0)));
    assert_eq!(
        dominators.frontier(&cfg, BlockId(last / 2)),
        [BlockId(last)]
    );
}

/// Each block ends a loop of its own, all inside of one another: all bodies together are quadratic.
#[test]
fn loops_in_loops() {
    let half = BLOCKS / 2;
    let edges: Vec<_> = (1..BLOCKS)
        .map(|to| (to - 1, to))
        .chain((half..BLOCKS).map(|from| (from, BLOCKS - 1 - from)))
        .collect();
    let cfg = cfg(BLOCKS as usize, &edges);
    let dominators = Dominators::new(&cfg);
    let loops = Loops::new(&cfg, &dominators);
    assert_eq!(loops.all().len(), half as usize);
    assert_eq!(loops.depth(BlockId(half)), half as usize);
    let placements = dominators.iterated_frontier(&cfg, &[BlockId(half)], |_| true);
    assert_eq!(placements.len(), half as usize);
}
