//! Where panics land ([LangRef, Exception Handling](https://llvm.org/docs/ExceptionHandling.html)).

use super::context::Check;
use crate::model::function::{BlockId, InstId, Local};
use crate::model::signature::Clause;
use crate::model::{Instruction, Op};
use crate::problem::Problem;

impl Check<'_> {
    /// What unwinds goes to a pad, and a pad is first in its block and reached by nothing else.
    pub(super) fn pads(&mut self) {
        let mut plain_jump = vec![None; self.function.blocks().len()];
        for block in self.function.block_ids() {
            let Some(terminator) = self.function.terminator(block) else {
                continue;
            };
            let unwind = unwind_target(&terminator.op);
            if let Some(target) = unwind {
                self.lands_on_a_pad(terminator, target);
            }
            let mut unwinds = unwind;
            for target in terminator.op.successors() {
                // One edge of an invoke is the unwinding one, even if both go to one block.
                let is_unwind = matches!(terminator.op, Op::Invoke { .. })
                    && unwinds.take_if(|unwind| *unwind == target).is_some();
                if let Some(target) = self.function.block_of(target)
                    && !is_unwind
                {
                    plain_jump[target.index()].get_or_insert(block);
                }
            }
        }
        for block in self.function.block_ids() {
            self.pad_is_first(block);
            self.landing_pad(block, plain_jump[block.index()]);
        }
    }

    fn first(&self, block: BlockId) -> Option<(InstId, &Instruction<'_>)> {
        self.function.numbered(block).find(|(_, instruction)| {
            !matches!(instruction.op, Op::Phi { .. } | Op::DebugRecord { .. })
        })
    }

    fn lands_on_a_pad(&mut self, terminator: &Instruction<'_>, target: Local) {
        let Some(block) = self.function.block_of(target) else {
            return;
        };
        let first = self.first(block).map(|(_, first)| &first.op);
        if first.is_some_and(|op| is_pad(op) || matches!(op, Op::Opaque(_))) {
            return;
        }
        let (name, span) = (self.name(target), self.function.block(block).span);
        let nth = usize::from(matches!(
            &terminator.op,
            Op::Invoke { normal, unwind, .. } if normal == unwind
        ));
        let place = self.place(terminator, target, nth);
        self.report(
            Problem::new(place, format!("panics can't land in `{name}`"))
                .label("the block has no landing pad")
                .related(span, "this block")
                .help(
                    "after its phis, write what takes the panic: `%e = landingpad { ptr, i32 } \
                     cleanup`",
                ),
        );
    }

    fn pad_is_first(&mut self, block: BlockId) {
        let Some((first, _)) = self.first(block) else {
            return;
        };
        let late = self
            .function
            .numbered(block)
            .find(|(id, instruction)| *id > first && is_pad(&instruction.op));
        let Some((_, late)) = late else { return };
        let word = late.op.word();
        self.report(
            Problem::new(
                late.span,
                format!("`{word}` isn't at the start of its block"),
            )
            .label("comes too late")
            .related(
                self.function.instruction(first).span,
                "only a `phi` may be before it",
            ),
        );
    }

    fn landing_pad(&mut self, block: BlockId, plain_jump: Option<BlockId>) {
        let Some((id, first)) = self.first(block) else {
            return;
        };
        let Op::LandingPad {
            cleanup, clauses, ..
        } = &first.op
        else {
            return;
        };
        let (span, nothing) = (first.span, !cleanup && clauses.is_empty());
        if nothing {
            self.report(
                Problem::new(span, "this `landingpad` is for no panic")
                    .label("neither `cleanup` nor `catch`")
                    .help("`cleanup` stands for `Drop`s, `catch ptr null` for `catch_unwind`"),
            );
        }
        let clauses = &self.function.signature().clauses;
        if !clauses
            .iter()
            .any(|clause| matches!(clause, Clause::Personality(_)))
        {
            self.report(
                Problem::new(span, "a `landingpad` in a function without personality")
                    .label("who decides where a panic lands?")
                    .help("write `personality ptr @rust_eh_personality` before the `{`"),
            );
        }
        let name = self.block_name(block);
        if block.index() == 0 {
            self.report(
                Problem::new(span, "a `landingpad` in the first block")
                    .label("only panics land here, and a call does not")
                    .help("put it into a block that an `invoke` names after `unwind`"),
            );
        } else if let Some(from) = plain_jump
            && let Some(jump) = self.function.terminator(from)
        {
            let label = self.function.block(block).label;
            let place = self.place(jump, label, 0);
            self.report(
                Problem::new(place, format!("a jump into the landing pad `{name}`"))
                    .label("without a panic")
                    .related(self.function.instruction(id).span, "the landing pad")
                    .help(
                        "only the `unwind` of an `invoke` goes there; what both ways share is a \
                         block of its own",
                    ),
            );
        }
    }
}

/// Where a terminator goes with a panic.
fn unwind_target(op: &Op<'_>) -> Option<Local> {
    match op {
        Op::Invoke { unwind, .. } => Some(*unwind),
        Op::CleanupRet { unwind, .. } | Op::CatchSwitch { unwind, .. } => *unwind,
        _ => None,
    }
}

fn is_pad(op: &Op<'_>) -> bool {
    matches!(
        op,
        Op::LandingPad { .. }
            | Op::CatchPad { .. }
            | Op::CleanupPad { .. }
            | Op::CatchSwitch { .. }
    )
}
