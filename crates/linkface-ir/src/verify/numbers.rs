//! The order of unnamed values.
//!
//! Parameters, blocks and results without a name are counted together. A written number may skip some,
//! but never goes back ([LangRef, Identifiers](https://llvm.org/docs/LangRef.html#identifiers)).

use super::context::Check;
use crate::model::function::{BlockId, InstId, Local};
use crate::problem::Problem;
use crate::span::Span;

/// What has a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Parameter { written: bool },
    Block { labelled: bool },
    Result { written: bool },
}

/// The numbers so far.
struct Count {
    /// The next one.
    next: u32,
    /// What took the last ones, for the message: at most as many as there are values.
    taken: Vec<(u32, Kind, Option<Span>)>,
}

impl Check<'_> {
    /// Written numbers do not go back.
    pub(super) fn numbers(&mut self) {
        let mut count = Count {
            next: 0,
            taken: Vec::new(),
        };
        for parameter in &self.function.signature().parameters {
            let written = parameter.local.filter(|_| parameter.named);
            if parameter.named && self.number(written).is_none() {
                continue;
            }
            let span = match written {
                Some(local) => self.defined_at(local),
                None => self.head(),
            };
            let kind = Kind::Parameter {
                written: parameter.named,
            };
            self.count(&mut count, kind, written, span);
        }
        for block in self.function.block_ids() {
            let labelled = self.function.block(block).labelled;
            let label = self.function.block(block).label;
            let written = Some(label).filter(|_| labelled);
            if !labelled || self.number(written).is_some() {
                let span = if labelled {
                    Some(self.function.block(block).span)
                } else {
                    self.unlabelled_place(block)
                };
                self.count(&mut count, Kind::Block { labelled }, written, span);
            }
            for (id, instruction) in self.function.numbered(block) {
                let result = instruction.result;
                let has_one = result.is_some()
                    || self.result(&instruction.op).is_some_and(|ty| !ty.is_void());
                if !has_one || result.is_some() && self.number(result).is_none() {
                    continue;
                }
                let written = self.is_written(id);
                let span = Some(self.instruction_place(id));
                self.count(&mut count, Kind::Result { written }, result, span);
            }
        }
    }

    /// Where one sees that a block without label begins: the brace, or the end of the block before.
    fn unlabelled_place(&self, block: BlockId) -> Option<Span> {
        if let Some(before) = block.0.checked_sub(1) {
            return Some(self.function.terminator(BlockId(before))?.span);
        }
        let start = self.function.block(block).span.start as usize;
        let head = self.function.span().start as usize;
        let brace = head + self.verifier.text?.get(head..start)?.rfind('{')?;
        Some(Span::new(brace, brace + 1))
    }

    fn instruction_place(&self, id: InstId) -> Span {
        if self.function.instruction(id).result.is_some() {
            self.result_place(id)
        } else {
            self.function.instruction(id).span
        }
    }

    /// Whether the text has the name of the result, and not only the reader.
    fn is_written(&self, id: InstId) -> bool {
        let Some(text) = self.verifier.text else {
            return true;
        };
        self.function.instruction(id).span.of(text).starts_with('%')
    }

    /// The number that is the name of `local`.
    fn number(&self, local: Option<Local>) -> Option<u32> {
        let info = self.function.locals().get(local?.index())?;
        info.name.number()
    }

    fn count(&mut self, count: &mut Count, kind: Kind, written: Option<Local>, span: Option<Span>) {
        let number = self.number(written).unwrap_or(count.next);
        if number < count.next {
            self.too_late(count, kind, number, span);
            return;
        }
        count.taken.push((number, kind, span));
        count.next = number.saturating_add(1);
    }

    fn too_late(&mut self, count: &Count, kind: Kind, number: u32, span: Option<Span>) {
        let next = count.next;
        let span = span.unwrap_or_else(|| self.head_place());
        let taken = count
            .taken
            .binary_search_by_key(&number, |(number, _, _)| *number);
        let taken = taken.ok().and_then(|index| count.taken.get(index));
        let label = if matches!(kind, Kind::Block { .. }) {
            format!("has to be `{next}:` or a higher number")
        } else {
            format!("has to be `%{next}` or a higher number")
        };
        let message = if taken.is_some() {
            format!("the number `%{number}` is taken")
        } else {
            format!("`%{number}` comes after `%{}`", next.saturating_sub(1))
        };
        let mut problem = Problem::new(span, message).label(label);
        let mut unlabelled = false;
        if let Some((_, kind, Some(span))) = taken {
            let what = match kind {
                Kind::Parameter { written: true } => format!("this parameter is `%{number}`"),
                Kind::Parameter { written: false } => {
                    format!("a parameter has no name, so it is `%{number}`")
                }
                Kind::Block { labelled: false } => {
                    unlabelled = true;
                    format!("the block after this has no label, so it is `%{number}`")
                }
                Kind::Block { labelled: true } => format!("this block is `%{number}`"),
                Kind::Result { written: true } => format!("this result is `%{number}`"),
                Kind::Result { written: false } => {
                    format!("this result has no name, so it is `%{number}`")
                }
            };
            problem = problem.related(*span, what);
        }
        let problem = problem.help(
            "parameters, blocks and results without a name are counted together, in the order of the \
             text",
        );
        self.report(if matches!(kind, Kind::Block { .. }) {
            problem.help(format!("write `{next}:`, or a name such as `next:`"))
        } else if unlabelled {
            problem.help(format!(
                "write `%{next}` here, or a label such as `start:` before the block: then it takes no \
                 number"
            ))
        } else {
            problem.help(format!("write `%{next}`, or a name such as `%x`"))
        });
    }
}
