//! Loops against their definition.

use crate::graph::{any_graph, cfg, leads};
use linkface_ir::cfg::{Dominators, Loops};
use linkface_ir::model::BlockId;
use proptest::prelude::*;

proptest! {
    /// A block is in a natural loop if it reaches a latch without passing the header.
    #[test]
    fn loops_are_what_the_definition_says(cfg in any_graph()) {
        let dominators = Dominators::new(&cfg);
        let loops = Loops::new(&cfg, &dominators);
        let mut back = Vec::new();
        for edge in cfg.edges().iter().filter(|edge| cfg.reachable(edge.from)) {
            if dominators.dominates(edge.to, edge.from) {
                back.push((edge.from, edge.to));
            }
        }
        back.sort_unstable();
        back.dedup();
        prop_assert_eq!(loops.back_edges(), &back[..]);
        for header in cfg.blocks() {
            let id = loops.headed_by(header);
            prop_assert_eq!(id.is_some(), back.iter().any(|(_, to)| *to == header));
            let Some(id) = id else { continue };
            for block in cfg.blocks().filter(|block| cfg.reachable(*block)) {
                let expected = block == header
                    || back.iter().filter(|(latch, to)| *to == header && *latch != header).any(|(latch, _)| {
                        leads(&cfg, block, *latch, |through| through != header)
                    });
                prop_assert_eq!(loops.contains(id, block), expected, "{:?} in the loop of {:?}: {:?}", block, header, cfg.edges());
            }
        }
        for block in cfg.blocks() {
            let around = (0u32..).zip(loops.all()).filter(|(id, _)| loops.contains(linkface_ir::cfg::LoopId(*id), block)).count();
            prop_assert_eq!(loops.depth(block), around);
        }
    }
}

#[test]
fn loops_nest() {
    // 1 and 2 are headers; 3 is in both, 4 in the outer one.
    let cfg = cfg(6, &[(0, 1), (1, 2), (2, 3), (3, 2), (3, 4), (4, 1), (4, 5)]);
    let loops = Loops::new(&cfg, &Dominators::new(&cfg));
    let inner = loops.headed_by(BlockId(2)).unwrap();
    let outer = loops.headed_by(BlockId(1)).unwrap();
    assert_eq!(loops.get(inner).parent, Some(outer));
    assert_eq!(loops.get(inner).latches, [BlockId(3)]);
    assert_eq!(loops.depth(BlockId(3)), 2);
    assert_eq!(loops.depth(BlockId(4)), 1);
    assert_eq!(loops.depth(BlockId(5)), 0);
    assert!(loops.irreducible().is_empty());
}

#[test]
fn a_cycle_with_two_ways_in_is_no_loop() {
    let cfg = cfg(3, &[(0, 1), (0, 2), (1, 2), (2, 1)]);
    let loops = Loops::new(&cfg, &Dominators::new(&cfg));
    assert!(loops.all().is_empty());
    assert_eq!(loops.irreducible().len(), 1);
}
