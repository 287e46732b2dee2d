//! Which blocks can be reached, and in which order to visit them.

use crate::model::BlockId;
use std::ops::Range;

/// A block that can't be reached.
const NOWHERE: u32 = u32::MAX;

/// The blocks that can be reached, in reverse post-order.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    blocks: Vec<BlockId>,
    positions: Vec<u32>,
}

impl Order {
    /// Depth first from the first block, with a stack of our own: a function may be one chain of a
    /// hundred thousand blocks.
    pub(super) fn new(out: &[Range<u32>], successors: &[BlockId]) -> Self {
        let mut positions = vec![NOWHERE; out.len()];
        let mut blocks = Vec::with_capacity(out.len());
        let mut seen = vec![false; out.len()];
        let mut stack = Vec::new();
        if let Some(first) = out.first() {
            seen[0] = true;
            // The last successor first: so the order is near to that of the text.
            stack.push((BlockId(0), first.clone().rev()));
        }
        while let Some((block, rest)) = stack.last_mut() {
            if let Some(edge) = rest.next() {
                let to = successors[edge as usize];
                if !seen[to.index()] {
                    seen[to.index()] = true;
                    stack.push((to, out[to.index()].clone().rev()));
                }
            } else {
                blocks.push(*block);
                stack.pop();
            }
        }
        blocks.reverse();
        for (position, block) in (0u32..).zip(&blocks) {
            positions[block.index()] = position;
        }
        Self { blocks, positions }
    }

    pub(super) fn blocks(&self) -> &[BlockId] {
        &self.blocks
    }

    pub(super) fn position(&self, block: BlockId) -> Option<usize> {
        let position = *self.positions.get(block.index())?;
        (position != NOWHERE).then_some(position as usize)
    }
}
