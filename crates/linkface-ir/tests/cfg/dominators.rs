//! Dominators and frontiers against their definitions.

use crate::graph::{any_graph, cfg, reachable_without};
use linkface_ir::cfg::Dominators;
use linkface_ir::model::BlockId;
use proptest::prelude::*;

proptest! {
    /// A block dominates those that can't be reached once it is taken out.
    #[test]
    fn dominates_is_what_the_definition_says(cfg in any_graph()) {
        let dominators = Dominators::new(&cfg);
        let reachable = reachable_without(&cfg, None);
        for above in cfg.blocks() {
            let without = reachable_without(&cfg, Some(above));
            for below in cfg.blocks() {
                prop_assert_eq!(
                    dominators.dominates(above, below),
                    above == below || !reachable[below.index()] || !without[below.index()],
                    "{:?} over {:?} in {:?}", above, below, cfg.edges()
                );
            }
        }
    }

    /// The immediate dominator is a strict one, and every other strict one dominates it.
    #[test]
    fn the_immediate_dominator_is_the_nearest(cfg in any_graph()) {
        let dominators = Dominators::new(&cfg);
        for block in cfg.blocks() {
            let immediate = dominators.immediate(block);
            prop_assert_eq!(immediate.is_some(), cfg.reachable(block) && block != BlockId(0));
            let Some(immediate) = immediate else { continue };
            prop_assert!(dominators.strictly_dominates(immediate, block));
            prop_assert!(dominators.children(immediate).contains(&block));
            prop_assert_eq!(dominators.depth(block), dominators.depth(immediate).map(|depth| depth + 1));
            for other in cfg.blocks().filter(|other| cfg.reachable(*other)) {
                if dominators.strictly_dominates(other, block) {
                    prop_assert!(dominators.dominates(other, immediate));
                }
            }
        }
    }

    /// The frontier: a predecessor is dominated, the block itself not strictly.
    #[test]
    fn the_frontier_is_where_dominance_ends(cfg in any_graph()) {
        let dominators = Dominators::new(&cfg);
        for block in cfg.blocks().filter(|block| cfg.reachable(*block)) {
            let expected: Vec<_> = cfg
                .blocks()
                .filter(|to| {
                    !dominators.strictly_dominates(block, *to)
                        && cfg.predecessors(*to).iter().any(|from| {
                            cfg.reachable(*from) && dominators.dominates(block, *from)
                        })
                })
                .collect();
            prop_assert_eq!(dominators.frontier(&cfg, block), expected, "of {:?} in {:?}", block, cfg.edges());
        }
    }

    /// The iterated frontier: frontiers of frontiers until nothing is new, and each says whose it is.
    #[test]
    fn the_iterated_frontier_is_closed(cfg in any_graph(), picks in prop::collection::vec(any::<prop::sample::Index>(), 0..5)) {
        let dominators = Dominators::new(&cfg);
        let all: Vec<_> = cfg.blocks().collect();
        let assigned: Vec<_> = picks.iter().map(|pick| *pick.get(&all)).collect();
        let mut expected = Vec::new();
        let mut work = assigned.clone();
        while let Some(block) = work.pop() {
            for to in dominators.frontier(&cfg, block) {
                if !expected.contains(&to) {
                    expected.push(to);
                    work.push(to);
                }
            }
        }
        expected.sort_unstable();
        let placements = dominators.iterated_frontier(&cfg, &assigned, |_| true);
        let found: Vec<_> = placements.iter().map(|placement| placement.block).collect();
        prop_assert_eq!(&found, &expected);
        for placement in placements {
            prop_assert!(dominators.frontier(&cfg, placement.because).contains(&placement.block));
            prop_assert!(assigned.contains(&placement.because) || found.contains(&placement.because));
        }
    }
}

/// The graph of the paper's Figure 2: irreducible, and the first pass isn't enough.
#[test]
fn an_irreducible_graph_takes_more_than_one_pass() {
    let cfg = cfg(5, &[(0, 1), (0, 2), (1, 3), (2, 4), (3, 4), (4, 3)]);
    let dominators = Dominators::new(&cfg);
    for block in 1..5 {
        assert_eq!(dominators.immediate(BlockId(block)), Some(BlockId(0)));
    }
}
