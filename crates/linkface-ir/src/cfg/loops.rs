//! Loops: a block that dominates one from which an edge comes back to it, and what is between them.

use super::{Cfg, Dominators};
use crate::model::BlockId;

/// A loop of one function, by its position in [`Loops::all`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LoopId(pub u32);

/// A natural loop; back edges to one header make one loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The block through which one has to enter.
    pub header: BlockId,
    /// From where one comes back to it, in the order of the text.
    pub latches: Vec<BlockId>,
    /// The loop around it.
    pub parent: Option<LoopId>,
    /// How many loops are around it.
    pub depth: usize,
}

/// The loops of one function, and the edges that go back.
#[derive(Clone, Debug, Default)]
pub struct Loops {
    all: Vec<Loop>,
    /// The innermost loop of each block.
    innermost: Vec<Option<LoopId>>,
    back_edges: Vec<(BlockId, BlockId)>,
    irreducible: Vec<(BlockId, BlockId)>,
}

impl Loops {
    /// Of a graph.
    #[must_use]
    pub fn new(cfg: &Cfg<'_>, dominators: &Dominators) -> Self {
        let mut loops = Self {
            innermost: vec![None; cfg.len()],
            ..Self::default()
        };
        // Inner headers come later in reverse post-order than those that dominate them.
        let mut outermost = Outermost::default();
        for header in cfg.reverse_post_order().iter().rev() {
            let mut latches = Vec::new();
            for from in cfg.predecessors(*header) {
                let goes_back = cfg
                    .position(*from)
                    .is_some_and(|from| Some(from) >= cfg.position(*header));
                if !goes_back || latches.last() == Some(from) {
                    continue;
                }
                if dominators.dominates(*header, *from) {
                    latches.push(*from);
                } else if loops.irreducible.last() != Some(&(*from, *header)) {
                    loops.irreducible.push((*from, *header));
                }
            }
            if !latches.is_empty() {
                loops.discover(cfg, *header, latches, &mut outermost);
            }
        }
        loops.finish();
        loops
    }

    /// Adds the loop of a header, and everything from which its latches can be reached.
    fn discover(
        &mut self,
        cfg: &Cfg<'_>,
        header: BlockId,
        latches: Vec<BlockId>,
        outermost: &mut Outermost,
    ) {
        let id = outermost.add();
        let mut work = latches.clone();
        while let Some(block) = work.pop() {
            match self.innermost[block.index()].map(|inner| outermost.of(inner)) {
                None if cfg.reachable(block) => {
                    self.innermost[block.index()] = Some(id);
                    if block != header {
                        work.extend_from_slice(cfg.predecessors(block));
                    }
                }
                None => {}
                Some(inner) if inner == id => {}
                Some(inner) => {
                    // All of an inner loop at once; go on before its header.
                    outermost.join(inner, id);
                    let inner = &mut self.all[inner.0 as usize];
                    inner.parent = Some(id);
                    work.extend_from_slice(cfg.predecessors(inner.header));
                }
            }
        }
        self.innermost[header.index()].get_or_insert(id);
        self.back_edges
            .extend(latches.iter().map(|latch| (*latch, header)));
        self.all.push(Loop {
            header,
            latches,
            parent: None,
            depth: 0,
        });
    }

    /// Depths, from the outside in; everything else in the order of the text.
    fn finish(&mut self) {
        for index in (0..self.all.len()).rev() {
            // A loop was found before those around it.
            let parent = self.all[index].parent;
            self.all[index].depth = parent.map_or(0, |id| self.all[id.0 as usize].depth + 1);
        }
        self.back_edges.sort_unstable();
        self.irreducible.sort_unstable();
    }

    /// All loops; each before those around it.
    #[must_use]
    pub fn all(&self) -> &[Loop] {
        &self.all
    }

    /// A loop.
    ///
    /// # Panics
    /// If it is of another function.
    #[must_use]
    pub fn get(&self, id: LoopId) -> &Loop {
        &self.all[id.0 as usize]
    }

    /// The innermost loop in which a block is.
    #[must_use]
    pub fn innermost(&self, block: BlockId) -> Option<LoopId> {
        self.innermost.get(block.index()).copied().flatten()
    }

    /// In how many loops a block is.
    #[must_use]
    pub fn depth(&self, block: BlockId) -> usize {
        self.innermost(block).map_or(0, |id| self.get(id).depth + 1)
    }

    /// The loop of which a block is the header.
    #[must_use]
    pub fn headed_by(&self, block: BlockId) -> Option<LoopId> {
        self.innermost(block)
            .filter(|id| self.get(*id).header == block)
    }

    /// Whether a block is in a loop, or in one inside of it.
    #[must_use]
    pub fn contains(&self, id: LoopId, block: BlockId) -> bool {
        let mut at = self.innermost(block);
        while let Some(inner) = at {
            if inner == id {
                return true;
            }
            at = self.get(inner).parent;
        }
        false
    }

    /// The edges from a latch to its header.
    #[must_use]
    pub fn back_edges(&self) -> &[(BlockId, BlockId)] {
        &self.back_edges
    }

    /// Whether an edge goes from a latch to its header.
    #[must_use]
    pub fn is_back_edge(&self, from: BlockId, to: BlockId) -> bool {
        self.back_edges.binary_search(&(from, to)).is_ok()
    }

    /// Edges that go back into a cycle that has more than one way in: no natural loop.
    #[must_use]
    pub fn irreducible(&self) -> &[(BlockId, BlockId)] {
        &self.irreducible
    }
}

/// The outermost loop around each that is known yet: union-find, since loops can be nested deeply.
#[derive(Default)]
struct Outermost(Vec<LoopId>);

impl Outermost {
    fn add(&mut self) -> LoopId {
        let id = LoopId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(id);
        id
    }

    fn of(&mut self, id: LoopId) -> LoopId {
        let mut at = id;
        while self.0[at.0 as usize] != at {
            let above = self.0[at.0 as usize];
            self.0[at.0 as usize] = self.0[above.0 as usize];
            at = above;
        }
        at
    }

    fn join(&mut self, inner: LoopId, outer: LoopId) {
        self.0[inner.0 as usize] = outer;
    }
}
