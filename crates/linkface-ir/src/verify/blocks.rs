//! Ends of blocks, the first block, what has to stand first in a block.

use super::context::Check;
use crate::model::Op;
use crate::model::function::{BlockId, InstId};
use crate::problem::Problem;

impl Check<'_> {
    /// Every block ends in one terminator, phis are first, and nothing jumps to the first block.
    pub(super) fn blocks(&mut self) {
        if self.function.blocks().is_empty() {
            self.report(
                Problem::new(self.head_place(), "the function has no body")
                    .help("write at least one block; `declare` stands for a function without any"),
            );
        }
        for block in self.function.block_ids() {
            self.end(block);
            self.phis_first(block);
            self.entry(block);
        }
    }

    fn end(&mut self, block: BlockId) {
        let name = self.block_name(block);
        let mut last: Option<InstId> = None;
        for (id, instruction) in self.function.numbered(block) {
            if let Some(before) = last
                && self.function.instruction(before).op.is_terminator()
                && !matches!(self.function.instruction(before).op, Op::Opaque(_))
            {
                let word = self.function.instruction(before).op.word();
                self.report(
                    Problem::new(
                        instruction.span,
                        format!("nothing comes here: `{word}` was before"),
                    )
                    .label("never reached")
                    .related(
                        self.function.instruction(before).span,
                        format!("block `{name}` ends here"),
                    )
                    .help("delete it, or begin a block with a label before it"),
                );
                return;
            }
            if !matches!(instruction.op, Op::DebugRecord { .. }) {
                last = Some(id);
            }
        }
        let next = BlockId(block.0 + 1);
        let next = (next.index() < self.function.blocks().len()).then(|| self.block_name(next));
        let go_on = match next {
            Some(next) => format!("to go on with the next block, write `br label {next}`"),
            None if self.function.signature().returns.is_void() => {
                "to return, write `ret void`".to_owned()
            }
            None => format!(
                "to return, write `ret {} …`",
                self.function.signature().returns
            ),
        };
        let Some(last) = last else {
            let span = self.function.block(block).span;
            self.report(
                Problem::new(span, format!("block `{name}` is empty"))
                    .label("nothing follows")
                    .help(go_on),
            );
            return;
        };
        let last = self.function.instruction(last);
        // What we don't know may well be an end.
        if last.op.is_terminator() || matches!(last.op, Op::Opaque(_)) {
            return;
        }
        let mut problem = Problem::new(last.span, format!("block `{name}` has no end"))
            .label("the last instruction doesn't say where to go");
        // Nobody sees that a block begins here.
        if !self.function.block(block).labelled
            && let Some(before) = block.0.checked_sub(1)
            && let Some(end) = self.function.terminator(BlockId(before))
        {
            let word = end.op.word();
            problem = problem.related(
                end.span,
                format!("`{word}` ends a block: behind it begins another, `{name}`"),
            );
        }
        self.report(
            problem
                .help(
                    "a block ends in `ret`, `br`, `switch`, `invoke`, `unreachable` or another \
                     terminator: it never runs on into the next one",
                )
                .help(go_on),
        );
    }

    fn phis_first(&mut self, block: BlockId) {
        let mut other: Option<InstId> = None;
        for (id, instruction) in self.function.numbered(block) {
            match (&instruction.op, other) {
                (Op::Phi { .. }, Some(before)) => {
                    self.report(
                        Problem::new(
                            instruction.span,
                            "this `phi` isn't at the start of its block",
                        )
                        .label("comes too late")
                        .related(
                            self.function.instruction(before).span,
                            "what isn't a `phi` begins here",
                        )
                        .help(
                            "a `phi` says what a value is by the way that was taken into the \
                                 block: all of them are first, and happen at once",
                        ),
                    );
                    return;
                }
                (Op::Phi { .. } | Op::DebugRecord { .. }, _) => {}
                _ => other = other.or(Some(id)),
            }
        }
    }

    fn entry(&mut self, block: BlockId) {
        let Some(entry) = self.function.blocks().first() else {
            return;
        };
        let (label, span) = (entry.label, entry.span);
        let Some(terminator) = self.function.terminator(block) else {
            return;
        };
        if !terminator.op.successors().contains(&label) {
            return;
        }
        let name = self.name(label);
        // As a value the name is a mistake of its own.
        let place = self.place(terminator, label, 0);
        self.report(
            Problem::new(place, format!("a jump to the first block, `{name}`"))
                .label("not allowed")
                .related(span, "the function begins here")
                .help(
                    "a call is a way into the first block too, and no `phi` there could say what a \
                     value is then",
                )
                .help(format!(
                    "put a block before it that only says `br label {name}`"
                )),
        );
    }
}
