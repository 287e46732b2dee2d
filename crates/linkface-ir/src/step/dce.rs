//! Unreachable code, eliminated: the five steps in which blocks dissolve that end in `unreachable`.

mod address;
mod ending;

use super::edit::Edit;
use super::number::Numbers;
use crate::cfg::{Cfg, EdgeLabel, Obstacle, Transfer};
use crate::model::{BlockId, Function, InstId, Op};
pub use address::address_taken;
pub use ending::Stuck;
use ending::{Ending, Outcome};
use rustc_hash::{FxHashMap, FxHashSet};

/// Which blocks may be deleted.
#[derive(Clone, Copy, Debug)]
pub enum Rule<'t, 'a> {
    /// All that end in `unreachable`. Wrong where something before it keeps it from being reached.
    Naive,
    /// Those in which every instruction before `unreachable` goes on to the next.
    Sound(&'t Transfer<'a>),
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The round, from 1.
    pub round: usize,
    /// What is done.
    pub action: Action<'a>,
}

/// What is done in a step.
#[derive(Clone, Debug)]
pub enum Action<'a> {
    /// Step 1: the blocks that end in `unreachable`.
    Mark {
        /// Those that can go.
        marked: Vec<BlockId>,
        /// Those that can't. Each is said once, in the round in which it came to end so.
        kept: Vec<(BlockId, Kept)>,
    },
    /// Step 2: labels of marked blocks, deleted from terminators.
    DeleteLabels {
        /// Each label.
        deleted: Vec<Deleted<'a>>,
        /// Terminators that do something simpler now.
        rewritten: Vec<BlockId>,
        /// Terminators that need the label: `from`, `to`, and why.
        stuck: Vec<(BlockId, BlockId, Stuck)>,
    },
    /// Step 3: terminators without any label left; they are `unreachable` now.
    Seal {
        /// The blocks.
        sealed: Vec<BlockId>,
    },
    /// Step 4: marked blocks to which nothing goes any more, deleted.
    Delete {
        /// The blocks.
        blocks: Vec<BlockId>,
    },
    /// Step 5: from the start, if there are new blocks that end in `unreachable`.
    Repeat {
        /// Whether there are.
        again: bool,
    },
}

impl Action<'_> {
    /// Its number, from 1 to 5.
    #[must_use]
    pub fn number(&self) -> usize {
        match self {
            Self::Mark { .. } => 1,
            Self::DeleteLabels { .. } => 2,
            Self::Seal { .. } => 3,
            Self::Delete { .. } => 4,
            Self::Repeat { .. } => 5,
        }
    }
}

/// Why a block stays that ends in `unreachable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// After this instruction it may not go on, so that `unreachable` isn't reached.
    Obstacle(InstId, Obstacle),
    /// It is the first block: a function has one. To call it is undefined behaviour.
    First,
    /// A `blockaddress` names it.
    AddressTaken,
}

/// A label that was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deleted<'a> {
    /// The block in whose terminator it was.
    pub from: BlockId,
    /// The marked block.
    pub to: BlockId,
    /// When it was gone there.
    pub label: EdgeLabel<'a>,
}

/// Unreachable code of one function, eliminated step by step.
///
/// The five steps: mark the blocks that end in `unreachable`; delete their labels from terminators; make
/// terminators without labels `unreachable`; delete the marked blocks; repeat.
///
/// ```
/// use linkface_ir::Module;
/// use linkface_ir::cfg::{Cfg, Transfer};
/// use linkface_ir::step::dce::{Elimination, Rule};
///
/// let module = Module::new(
///     "define i32 @f(i1 %c) {
/// start:
///   br i1 %c, label %good, label %bad
/// good:
///   ret i32 1
/// bad:
///   unreachable
/// }
/// ",
/// );
/// let function = module.function("f").unwrap().parse();
/// let transfer = Transfer::new(&module, &function);
/// let steps = Elimination::new(&function, &Cfg::new(&function), Rule::Sound(&transfer), &[]);
/// assert_eq!(steps.result().blocks().len(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Elimination<'f, 'a> {
    function: &'f Function<'a>,
    steps: Vec<Step<'a>>,
    /// How blocks end, with the step since which they do; the last one counts.
    endings: Vec<(usize, BlockId, Ending<'a>)>,
    numbers: Numbers,
}

impl<'f, 'a> Elimination<'f, 'a> {
    /// Takes all steps. Blocks whose address is in `address_taken` (the module may say so in a
    /// `blockaddress` of a global) are kept.
    #[must_use]
    pub fn new(
        function: &'f Function<'a>,
        cfg: &Cfg<'a>,
        rule: Rule<'_, 'a>,
        address_taken: &[BlockId],
    ) -> Self {
        let mut run = Run {
            function,
            cfg,
            rule,
            address_taken,
            endings: FxHashMap::default(),
            out: Self {
                function,
                steps: Vec::new(),
                endings: Vec::new(),
                numbers: Numbers::new(function.locals().len()),
            },
        };
        let mut candidates: Vec<_> = function
            .block_ids()
            .filter(|block| {
                let last = function.terminator(*block);
                last.is_some_and(|last| matches!(last.op, Op::Unreachable))
            })
            .collect();
        let mut round = 1;
        loop {
            candidates = run.round(round, &candidates);
            if candidates.is_empty() {
                return run.out;
            }
            round += 1;
        }
    }

    /// The steps, in the order in which they are taken.
    #[must_use]
    pub fn steps(&self) -> &[Step<'a>] {
        &self.steps
    }

    /// The blocks that stay although they end in `unreachable`, with why.
    pub fn kept(&self) -> impl Iterator<Item = (BlockId, Kept)> {
        self.steps.iter().flat_map(|step| match &step.action {
            Action::Mark { kept, .. } => kept.clone(),
            _ => Vec::new(),
        })
    }

    /// The blocks that are deleted in the end.
    pub fn deleted(&self) -> impl Iterator<Item = BlockId> {
        self.steps.iter().flat_map(|step| match &step.action {
            Action::Delete { blocks } => blocks.clone(),
            _ => Vec::new(),
        })
    }

    /// The function after the first `steps` steps, every name as it was.
    #[must_use]
    pub fn after(&self, steps: usize) -> Function<'a> {
        let mut edit = Edit::default();
        for (step, block, ending) in &self.endings {
            if *step < steps
                && let Some(last) = self.function.numbered(*block).next_back()
            {
                edit.replaced.insert(last.0, ending.ops());
            }
        }
        for step in self.steps.iter().take(steps) {
            if let Action::Delete { blocks } = &step.action {
                edit.blocks.extend(blocks);
            }
        }
        edit.apply(self.function)
    }

    /// The function after all steps, with what has no name numbered again.
    #[must_use]
    pub fn result(&self) -> Function<'_> {
        let mut function = self.after(self.steps.len());
        self.numbers.assign(&mut function);
        function
    }
}

/// The steps while they are taken.
struct Run<'r, 'f, 'a> {
    function: &'f Function<'a>,
    cfg: &'r Cfg<'a>,
    rule: Rule<'r, 'a>,
    address_taken: &'r [BlockId],
    endings: FxHashMap<BlockId, Ending<'a>>,
    out: Elimination<'f, 'a>,
}

impl<'a> Run<'_, '_, 'a> {
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

impl<'a> From<&crate::cfg::Edge<'a>> for Deleted<'a> {
    fn from(edge: &crate::cfg::Edge<'a>) -> Self {
        Self {
            from: edge.from,
            to: edge.to,
            label: edge.label,
        }
    }
}
