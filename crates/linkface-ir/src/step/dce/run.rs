//! The steps, taken.

use super::ending::{Ending, Outcome};
use super::{Action, Deleted, Elimination, Kept, Rule, Step};
use crate::cfg::{Cfg, Edge, Obstacle};
use crate::model::{BlockId, Function, Op};
use rustc_hash::{FxHashMap, FxHashSet};

/// The steps while they are taken.
pub(super) struct Run<'r, 'f, 'a> {
    function: &'f Function<'a>,
    cfg: &'r Cfg<'a>,
    rule: Rule<'r, 'a>,
    address_taken: &'r [BlockId],
    endings: FxHashMap<BlockId, Ending<'a>>,
    out: Elimination<'f, 'a>,
}

impl<'r, 'f, 'a> Run<'r, 'f, 'a> {
    pub(super) fn new(
        cfg: &'r Cfg<'a>,
        rule: Rule<'r, 'a>,
        address_taken: &'r [BlockId],
        out: Elimination<'f, 'a>,
    ) -> Self {
        Self {
            function: out.function,
            cfg,
            rule,
            address_taken,
            endings: FxHashMap::default(),
            out,
        }
    }

    /// Round after round.
    pub(super) fn all(mut self) -> Elimination<'f, 'a> {
        let ends_so = |block: &BlockId| {
            let last = self.function.terminator(*block);
            last.is_some_and(|last| matches!(last.op, Op::Unreachable))
        };
        let mut candidates: Vec<_> = self.function.block_ids().filter(ends_so).collect();
        let mut round = 1;
        loop {
            candidates = self.round(round, &candidates);
            if candidates.is_empty() {
                return self.out;
            }
            round += 1;
        }
    }

    /// One round for the blocks that came to end in `unreachable`. The blocks that do after it.
    fn round(&mut self, round: usize, candidates: &[BlockId]) -> Vec<BlockId> {
        let (mut marked, mut kept) = (Vec::new(), Vec::new());
        for block in candidates {
            match self.kept(*block) {
                None => marked.push(*block),
                Some(why) => kept.push((*block, why)),
            }
        }
        let dead: FxHashSet<_> = marked.iter().copied().collect();
        let nothing = marked.is_empty();
        self.say(round, Action::Mark { marked, kept });
        if nothing {
            self.say(round, Action::Repeat { again: false });
            return Vec::new();
        }
        let (sealed, needed) = self.labels(round, &dead);
        let mut blocks: Vec<_> = dead.difference(&needed).copied().collect();
        blocks.sort_unstable();
        self.say(round, Action::Delete { blocks });
        let again = !sealed.is_empty();
        self.say(round, Action::Repeat { again });
        sealed
    }

    /// Steps 2 and 3. The blocks that end in `unreachable` now, and the dead ones that are still needed.
    fn labels(
        &mut self,
        round: usize,
        dead: &FxHashSet<BlockId>,
    ) -> (Vec<BlockId>, FxHashSet<BlockId>) {
        let mut affected: Vec<_> = dead
            .iter()
            .flat_map(|block| self.cfg.predecessors(*block))
            .copied()
            .collect();
        affected.sort_unstable();
        affected.dedup();
        let mut deleted = Vec::new();
        let (mut rewritten, mut stuck, mut sealed) = (Vec::new(), Vec::new(), Vec::new());
        let mut endings = Vec::new();
        for from in affected {
            let Some(ending) = self.ending(from) else {
                continue;
            };
            let outcome = ending.without(&|label| {
                let block = self.function.block_of(label);
                block.is_some_and(|block| dead.contains(&block))
            });
            let gone = self.cfg.out_edges(from).iter();
            let gone = gone.filter(|edge| dead.contains(&edge.to));
            match outcome {
                Outcome::Same => {}
                Outcome::Stuck(why) => stuck.extend(gone.map(|edge| (from, edge.to, why))),
                Outcome::Simpler(ending) => {
                    deleted.extend(gone.map(Deleted::from));
                    rewritten.push(from);
                    endings.push((from, ending, false));
                }
                Outcome::Nothing(call) => {
                    deleted.extend(gone.map(Deleted::from));
                    sealed.push(from);
                    // By the letter the whole terminator is replaced, and a call that is in it.
                    let call = call.filter(|_| matches!(self.rule, Rule::Sound(_)));
                    endings.push((from, Ending::sealed(call), true));
                }
            }
        }
        let needed = stuck.iter().map(|(_, to, _)| *to).collect();
        let delete = self.out.steps.len();
        self.say(
            round,
            Action::DeleteLabels {
                deleted,
                rewritten,
                stuck,
            },
        );
        let seal = self.out.steps.len();
        self.say(
            round,
            Action::Seal {
                sealed: sealed.clone(),
            },
        );
        for (from, ending, is_sealed) in endings {
            let step = if is_sealed { seal } else { delete };
            self.out.endings.push((step, from, ending.clone()));
            self.endings.insert(from, ending);
        }
        (sealed, needed)
    }

    /// How a block ends by now.
    fn ending(&self, block: BlockId) -> Option<Ending<'a>> {
        let now = self.endings.get(&block).cloned();
        now.or_else(|| Some(Ending::of(&self.function.terminator(block)?.op)))
    }

    /// Why a block that ends in `unreachable` can't be deleted.
    fn kept(&self, block: BlockId) -> Option<Kept> {
        if block == BlockId(0) {
            return Some(Kept::First);
        }
        if self.address_taken.contains(&block) {
            return Some(Kept::AddressTaken);
        }
        let Rule::Sound(transfer) = self.rule else {
            return None;
        };
        let sealed = self.endings.get(&block);
        let mut may_stop = None;
        for (id, instruction) in self.function.numbered(block) {
            let op = match sealed {
                // What was its terminator is a call now, or nothing.
                Some(ending) if instruction.op.is_terminator() => match ending.call() {
                    Some(call) => call,
                    None => continue,
                },
                _ => &instruction.op,
            };
            match transfer.obstacle(op) {
                Some(Obstacle::NoReturn) => return Some(Kept::Obstacle(id, Obstacle::NoReturn)),
                Some(why) => {
                    may_stop.get_or_insert(Kept::Obstacle(id, why));
                }
                None => {}
            }
        }
        may_stop
    }

    fn say(&mut self, round: usize, action: Action<'a>) {
        self.out.steps.push(Step { round, action });
    }
}

impl<'a> From<&Edge<'a>> for Deleted<'a> {
    fn from(edge: &Edge<'a>) -> Self {
        Self {
            from: edge.from,
            to: edge.to,
            label: edge.label,
        }
    }
}
