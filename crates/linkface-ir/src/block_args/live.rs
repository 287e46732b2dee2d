//! What is needed at the start of each block.

use crate::cfg::Cfg;
use crate::model::{BlockId, Definition, Function, Local, Op};
use rustc_hash::FxHashSet;

/// How many arguments all blocks together may have: a function can need the square of its size.
const LIMIT: usize = 1 << 22;

/// The registers that each block, or one behind it, takes from another block; phis of the block itself
/// aren't among them. In the order of their definitions. None if that is too much.
pub(super) fn at_start(function: &Function<'_>) -> Option<Vec<Vec<Local>>> {
    let cfg = Cfg::new(function);
    let mut live = vec![Vec::new(); function.blocks().len()];
    let mut total = 0;
    let uses = uses(function);
    let mut seen: FxHashSet<BlockId> = FxHashSet::default();
    let mut at = 0;
    while let Some((local, _)) = uses.get(at) {
        let Definition::Result(id) = function.local(*local).definition else {
            at += 1;
            continue;
        };
        let home = function.home(id);
        seen.clear();
        let mut work: Vec<BlockId> = Vec::new();
        while let Some((_, block)) = uses.get(at).filter(|(other, _)| other == local) {
            work.push(*block);
            at += 1;
        }
        while let Some(block) = work.pop() {
            if Some(block) == home || !seen.insert(block) {
                continue;
            }
            total += 1;
            if total > LIMIT {
                return None;
            }
            live.get_mut(block.index())?.push((id, *local));
            work.extend_from_slice(cfg.predecessors(block));
        }
    }
    let in_order = live.into_iter().map(|mut registers| {
        registers.sort_unstable_by_key(|(id, _)| *id);
        registers.into_iter().map(|(_, local)| local).collect()
    });
    Some(in_order.collect())
}

/// Which register is needed at the end or in the middle of which block, sorted. What comes into a phi is
/// needed where it comes from.
fn uses(function: &Function<'_>) -> Vec<(Local, BlockId)> {
    let mut uses = Vec::new();
    for block in function.block_ids() {
        for instruction in function.body(block) {
            match &instruction.op {
                Op::Phi { incoming, .. } => {
                    for (value, from) in incoming {
                        uses.extend(value.local().zip(function.block_of(*from)));
                    }
                }
                // Only a debugger reads it.
                Op::DebugRecord { .. } => {}
                op => uses.extend(op.uses().into_iter().map(|local| (local, block))),
            }
        }
    }
    uses.sort_unstable();
    uses.dedup();
    uses
}
