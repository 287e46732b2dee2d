//! Unreachable code, eliminated: the five steps in which blocks dissolve that end in `unreachable`.

mod address;
mod ending;
mod run;

use super::edit::Edit;
use super::number::Numbers;
use crate::cfg::{Cfg, EdgeLabel, Obstacle, Transfer};
use crate::model::{BlockId, Function, InstId};
pub use address::address_taken;
use ending::Ending;
pub use ending::Stuck;

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
        let steps = Self {
            function,
            steps: Vec::new(),
            endings: Vec::new(),
            numbers: Numbers::new(function.locals().len()),
        };
        run::Run::new(cfg, rule, address_taken, steps).all()
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
