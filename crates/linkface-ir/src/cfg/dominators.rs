//! Dominators: the blocks that one has to pass on every way to a block.

use super::Cfg;
use crate::model::BlockId;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No block, no position.
const NONE: u32 = u32::MAX;

/// The dominator tree of one function.
///
/// A block dominates another if every way from the first block to the other one passes it. Of blocks
/// that can't be reached it is true of every block, and they are not in the tree.
///
/// Computed as in Cooper, Harvey, Kennedy: *A Simple, Fast Dominance Algorithm* (2001): quadratic in the
/// worst case, and faster than the cleverer ones on the graphs that programs have.
#[derive(Clone, Debug)]
pub struct Dominators {
    immediate: Vec<u32>,
    children: Vec<Vec<BlockId>>,
    /// When a walk of the tree enters and leaves a block.
    spans: Vec<(u32, u32)>,
    levels: Vec<u32>,
}

/// Where a value that is assigned in several blocks has to be joined, and why there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placement {
    /// The block that needs a `phi`.
    pub block: BlockId,
    /// The block in whose frontier it is: one that assigns, or one that got a `phi` itself.
    pub because: BlockId,
}

impl Dominators {
    /// Of a graph.
    #[must_use]
    pub fn new(cfg: &Cfg<'_>) -> Self {
        let mut passes = Passes::new(cfg);
        loop {
            let changed = passes.pass();
            let tree = Self::tree(cfg, passes.immediate());
            // Without irreducible cycles the first pass is the last.
            if !changed || tree.holds(cfg) {
                return tree;
            }
        }
    }

    /// The tree of these immediate dominators.
    fn tree(cfg: &Cfg<'_>, immediate: Vec<u32>) -> Self {
        let order = cfg.reverse_post_order();
        let mut children = vec![Vec::new(); cfg.len()];
        let mut levels = vec![NONE; cfg.len()];
        if let Some(first) = order.first() {
            levels[first.index()] = 0;
        }
        for block in order.iter().skip(1) {
            let parent = immediate[block.index()];
            if let Some(siblings) = children.get_mut(parent as usize) {
                siblings.push(*block);
                levels[block.index()] = levels[parent as usize].saturating_add(1);
            }
        }
        let spans = spans(&children, order.first().copied());
        Self {
            immediate,
            children,
            spans,
            levels,
        }
    }

    /// Whether no edge goes around an immediate dominator of its target.
    fn holds(&self, cfg: &Cfg<'_>) -> bool {
        let mut edges = cfg.edges().iter();
        edges.all(|edge| match self.immediate(edge.to) {
            Some(above) => self.dominates(above, edge.from),
            None => true,
        })
    }

    /// The nearest other block that dominates this one; none for the first block, and for blocks that
    /// can't be reached.
    #[must_use]
    pub fn immediate(&self, block: BlockId) -> Option<BlockId> {
        let parent = *self.immediate.get(block.index())?;
        (parent != NONE).then_some(BlockId(parent))
    }

    /// The blocks whose immediate dominator this one is.
    #[must_use]
    pub fn children(&self, block: BlockId) -> &[BlockId] {
        self.children.get(block.index()).map_or(&[], Vec::as_slice)
    }

    /// How many other blocks dominate this one; none if it can't be reached.
    #[must_use]
    pub fn depth(&self, block: BlockId) -> Option<usize> {
        let level = *self.levels.get(block.index())?;
        (level != NONE).then_some(level as usize)
    }

    /// Whether every way to `below` passes `above`. A block dominates itself. Constant time.
    #[must_use]
    pub fn dominates(&self, above: BlockId, below: BlockId) -> bool {
        let span = |block: BlockId| self.spans.get(block.index()).copied().unwrap_or_default();
        let ((enter, leave), (inside, _)) = (span(above), span(below));
        above == below || inside == 0 || (enter != 0 && enter <= inside && inside < leave)
    }

    /// Whether every way to `below` passes `above`, which is another block.
    #[must_use]
    pub fn strictly_dominates(&self, above: BlockId, below: BlockId) -> bool {
        above != below && self.dominates(above, below)
    }

    /// The dominance frontier of a block: the blocks where its dominance ends, because there is another
    /// way to them. In the order of the text.
    ///
    /// Computed when asked for: all frontiers together can be quadratic in size.
    #[must_use]
    pub fn frontier(&self, cfg: &Cfg<'_>, block: BlockId) -> Vec<BlockId> {
        let mut found = Vec::new();
        if self.depth(block).is_none() {
            return found;
        }
        let mut stack = vec![block];
        while let Some(inside) = stack.pop() {
            let outside = |to: &&BlockId| !self.strictly_dominates(block, **to);
            found.extend(cfg.successors(inside).iter().filter(outside));
            stack.extend(self.children(inside));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The iterated dominance frontier: where a variable that is assigned in `assigned` needs a `phi`
    /// (Cytron et al., 1991), but only in blocks of which `wanted` is true. In the order of the text.
    ///
    /// Linear in the size of the graph, after Sreedhar and Gao: *A Linear Time Algorithm for Placing
    /// φ-Nodes* (1995).
    #[must_use]
    pub fn iterated_frontier(
        &self,
        cfg: &Cfg<'_>,
        assigned: &[BlockId],
        wanted: impl Fn(BlockId) -> bool,
    ) -> Vec<Placement> {
        let mut placements: Vec<Placement> = Vec::new();
        let mut placed = vec![false; cfg.len()];
        let mut visited = vec![false; cfg.len()];
        let mut queued = vec![false; cfg.len()];
        // The deepest first: what is below it is seen once.
        let mut queue = BinaryHeap::new();
        for block in assigned {
            if let Some(depth) = self.depth(*block)
                && !std::mem::replace(&mut queued[block.index()], true)
            {
                queue.push((depth, Reverse(*block)));
            }
        }
        let mut stack = Vec::new();
        while let Some((depth, Reverse(root))) = queue.pop() {
            stack.push(root);
            visited[root.index()] = true;
            while let Some(block) = stack.pop() {
                for to in cfg.successors(block) {
                    let Some(level) = self.depth(*to).filter(|level| *level <= depth) else {
                        continue;
                    };
                    if placed[to.index()] || !wanted(*to) {
                        continue;
                    }
                    placed[to.index()] = true;
                    placements.push(Placement {
                        block: *to,
                        because: root,
                    });
                    if !std::mem::replace(&mut queued[to.index()], true) {
                        queue.push((level, Reverse(*to)));
                    }
                }
                for child in self.children(block) {
                    if !std::mem::replace(&mut visited[child.index()], true) {
                        stack.push(*child);
                    }
                }
            }
        }
        placements.sort_unstable_by_key(|placement| placement.block);
        placements
    }
}

/// The paper's Figure 3: blocks by their position in reverse post-order, pass after pass.
struct Passes<'c> {
    cfg: &'c Cfg<'c>,
    /// By position: a dominator's is smaller.
    dominators: Vec<u32>,
    /// The predecessors of each. The deepest first: two neighbours meet after a few steps, so that the
    /// one cleanup of a function in which everything may panic isn't quadratic.
    from: Vec<Vec<u32>>,
}

impl<'c> Passes<'c> {
    fn new(cfg: &'c Cfg<'c>) -> Self {
        let order = cfg.reverse_post_order();
        let mut dominators = vec![NONE; order.len()];
        if let Some(first) = dominators.first_mut() {
            *first = 0;
        }
        let positions = |block: &BlockId| {
            let from = cfg.predecessors(*block).iter();
            let mut from: Vec<_> = from
                .filter_map(|from| u32::try_from(cfg.position(*from)?).ok())
                .collect();
            from.sort_unstable_by(|left, right| right.cmp(left));
            from
        };
        Self {
            cfg,
            dominators,
            from: order.iter().map(positions).collect(),
        }
    }

    /// Whether something changed.
    fn pass(&mut self) -> bool {
        let mut changed = false;
        for (position, from) in self.from.iter().enumerate().skip(1) {
            let known = from
                .iter()
                .copied()
                .filter(|from| self.dominators[*from as usize] != NONE);
            let new = known.reduce(|left, right| intersect(&self.dominators, left, right));
            if let Some(new) = new.filter(|new| self.dominators[position] != *new) {
                self.dominators[position] = new;
                changed = true;
            }
        }
        changed
    }

    /// By block.
    fn immediate(&self) -> Vec<u32> {
        let order = self.cfg.reverse_post_order();
        let mut immediate = vec![NONE; self.cfg.len()];
        for (block, dominator) in order.iter().zip(&self.dominators).skip(1) {
            if let Some(dominator) = order.get(*dominator as usize) {
                immediate[block.index()] = dominator.0;
            }
        }
        immediate
    }
}

/// The nearest block that dominates both.
fn intersect(dominators: &[u32], mut left: u32, mut right: u32) -> u32 {
    while left != right {
        while left > right {
            left = dominators[left as usize];
        }
        while right > left {
            right = dominators[right as usize];
        }
    }
    left
}

/// When a walk of the tree enters and leaves each block; from 1, `(0, 0)` if it never comes there.
fn spans(children: &[Vec<BlockId>], first: Option<BlockId>) -> Vec<(u32, u32)> {
    let mut spans = vec![(0, 0); children.len()];
    let mut clock = 0;
    let mut stack = Vec::new();
    stack.extend(first.map(|first| (first, 0)));
    while let Some((block, next)) = stack.last_mut() {
        if *next == 0 {
            clock += 1;
            spans[block.index()].0 = clock;
        }
        if let Some(child) = children[block.index()].get(*next) {
            *next += 1;
            stack.push((*child, 0));
        } else {
            spans[block.index()].1 = clock + 1;
            stack.pop();
        }
    }
    spans
}
