//! What is said about a block: from where it is reached, and where it leads.

use crate::cfg::{Cfg, Dominators, Doomed, Fate, Loops, Transfer};
use crate::model::{BlockId, Function};
use crate::module::Module;

/// What is known of the blocks of a function.
#[derive(Debug)]
pub struct Notes<'f, 'a> {
    function: &'f Function<'a>,
    cfg: Cfg<'a>,
    dominators: Dominators,
    loops: Loops,
    doomed: Doomed,
}

/// How many predecessors are named.
const FEW: usize = 6;

impl<'f, 'a> Notes<'f, 'a> {
    /// Of `function` of `module`.
    #[must_use]
    pub fn new(module: &Module<'a>, function: &'f Function<'a>) -> Self {
        let cfg = Cfg::new(function);
        let dominators = Dominators::new(&cfg);
        let loops = Loops::new(&cfg, &dominators);
        let doomed = Doomed::new(function, &cfg, &Transfer::new(module, function));
        Self {
            function,
            cfg,
            dominators,
            loops,
            doomed,
        }
    }

    /// What happens in a block from which every way ends in `unreachable`.
    #[must_use]
    pub fn fate(&self, block: BlockId) -> Option<Fate> {
        self.doomed.fate(block)
    }

    /// Whether there is a way from the first block to this one.
    #[must_use]
    pub fn reached(&self, block: BlockId) -> bool {
        self.dominators.depth(block).is_some()
    }

    /// The blocks from which one comes to this one, each once.
    #[must_use]
    pub fn from(&self, block: BlockId) -> Vec<BlockId> {
        let mut from = self.cfg.predecessors(block).to_vec();
        from.dedup();
        from
    }

    /// A remark for people, if there is something to say.
    #[must_use]
    pub fn block(&self, block: BlockId) -> Option<String> {
        let mut parts = Vec::new();
        if block.index() > 0 {
            let from = self.from(block);
            let mut names: Vec<String> = from.iter().take(FEW).map(|id| self.name(*id)).collect();
            if from.len() > FEW {
                names.push(format!("{} more", from.len() - FEW));
            }
            parts.push(match names.as_slice() {
                [] => "from nowhere".to_owned(),
                names => format!("from {}", names.join(", ")),
            });
            if !from.is_empty() && !self.reached(block) {
                parts.push("never reached".to_owned());
            }
        }
        if self.loops.headed_by(block).is_some() {
            parts.push("a loop begins".to_owned());
        }
        match self.fate(block) {
            Some(Fate::Stops(_)) => parts.push("only leads to a panic, abort or exit".to_owned()),
            Some(Fate::Undefined) => {
                parts.push("must not be reached: LLVM may delete it".to_owned());
            }
            Some(Fate::MayStop(..)) => parts.push("only leads to unreachable".to_owned()),
            None => {}
        }
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    fn name(&self, block: BlockId) -> String {
        let label = self.function.block(block).label;
        format!("%{}", self.function.local(label).name)
    }
}
