//! Blocks that only lead to `unreachable`.

use super::{Cfg, Obstacle, Transfer};
use crate::model::{BlockId, Function, InstId, Op};

/// What happens in a block from which every way ends in `unreachable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Nothing keeps `unreachable` from being reached: to be here is undefined behaviour already, and
    /// LLVM may delete the block.
    Undefined,
    /// On every way a call that never returns comes first: a panic, an abort. `unreachable` only says
    /// that nothing follows it.
    Stops(InstId),
    /// On some way this instruction comes first, after which it may not go on.
    MayStop(InstId, Obstacle),
}

/// The blocks from which every way ends in `unreachable`.
#[derive(Clone, Debug, Default)]
pub struct Doomed {
    fates: Vec<Option<Fate>>,
}

impl Doomed {
    /// Reasons backwards: a block is doomed if it ends in `unreachable`, or if all blocks are to which it
    /// goes. One that goes round forever isn't.
    #[must_use]
    pub fn new(function: &Function<'_>, cfg: &Cfg<'_>, transfer: &Transfer<'_>) -> Self {
        let mut doomed = Self {
            fates: vec![None; cfg.len()],
        };
        let mut open: Vec<usize> = cfg
            .blocks()
            .map(|block| cfg.successors(block).len())
            .collect();
        let mut work = Vec::new();
        for block in cfg.blocks() {
            let last = function.terminator(block);
            if last.is_some_and(|last| matches!(last.op, Op::Unreachable)) {
                work.push((block, Fate::Undefined));
            }
        }
        while let Some((block, after)) = work.pop() {
            doomed.fates[block.index()] = Some(before(function, block, after, transfer));
            for from in cfg.predecessors(block) {
                open[from.index()] -= 1;
                // A label that no block has is a way that we don't see.
                let all = function
                    .terminator(*from)
                    .is_some_and(|last| last.op.successors().len() == cfg.successors(*from).len());
                if open[from.index()] == 0 && all {
                    work.push((*from, doomed.join(cfg.successors(*from))));
                }
            }
        }
        doomed
    }

    /// What comes of it if it goes on to one of these.
    fn join(&self, blocks: &[BlockId]) -> Fate {
        let mut fates = blocks.iter().filter_map(|block| self.fate(*block));
        let first = fates.next().unwrap_or(Fate::Undefined);
        fates.fold(first, |left, right| match (left, right) {
            (Fate::Undefined, Fate::Undefined) => Fate::Undefined,
            (Fate::Stops(call), Fate::Stops(_)) => Fate::Stops(call),
            (Fate::MayStop(at, why), _) | (_, Fate::MayStop(at, why)) => Fate::MayStop(at, why),
            (Fate::Stops(at), Fate::Undefined) | (Fate::Undefined, Fate::Stops(at)) => {
                Fate::MayStop(at, Obstacle::NoReturn)
            }
        })
    }

    /// What happens in a block, if every way from it ends in `unreachable`.
    #[must_use]
    pub fn fate(&self, block: BlockId) -> Option<Fate> {
        self.fates.get(block.index()).copied().flatten()
    }

    /// The blocks, in the order of the text.
    pub fn blocks(&self) -> impl Iterator<Item = (BlockId, Fate)> {
        (0u32..)
            .zip(&self.fates)
            .filter_map(|(index, fate)| Some((BlockId(index), (*fate)?)))
    }
}

/// The fate of a block whose terminator leads to `after`.
fn before(function: &Function<'_>, block: BlockId, after: Fate, transfer: &Transfer<'_>) -> Fate {
    let mut may_stop = None;
    for (id, instruction) in function.numbered(block) {
        match transfer.obstacle(&instruction.op) {
            Some(Obstacle::NoReturn) => return Fate::Stops(id),
            Some(why) => {
                may_stop.get_or_insert(Fate::MayStop(id, why));
            }
            None => {}
        }
    }
    match after {
        Fate::Stops(_) => after,
        Fate::Undefined | Fate::MayStop(..) => may_stop.unwrap_or(after),
    }
}
