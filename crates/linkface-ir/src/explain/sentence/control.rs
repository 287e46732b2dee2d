//! The ends of blocks, what joins values at their starts, and where panics arrive.

use crate::explain::sentence::Explainer;
use crate::explain::value::{character, index_number};
use crate::metadata::NodeKind;
use crate::model::value::Meta;
use crate::model::{BlockId, Definition, Instruction, Local, Op, Operand, Type};

/// How many cases of a `switch` are told.
const CASES: usize = 12;

impl<'a> Explainer<'_, 'a> {
    pub(super) fn terminator(&self, instruction: &Instruction<'a>) -> String {
        match &instruction.op {
            Op::Ret(None) => "Returns.".to_owned(),
            Op::Ret(Some(operand)) => format!("Returns {}.", self.operand(operand)),
            Op::Br(to) => format!("Goes on at {}.", self.local(*to)),
            Op::CondBr {
                condition,
                then,
                otherwise,
            } => {
                let (c, a, b) = (
                    self.operand(condition),
                    self.local(*then),
                    self.local(*otherwise),
                );
                match &*c {
                    "true" => format!("Goes on at {a}."),
                    "false" => format!("Goes on at {b}."),
                    _ => {
                        let usual = match self.usual(instruction) {
                            Some(0) => format!(" Usually that is {a}."),
                            Some(1) => format!(" Usually that is {b}."),
                            _ => String::new(),
                        };
                        format!("Goes on at {a} if {c} is true, else at {b}.{usual}")
                    }
                }
            }
            Op::Switch {
                value,
                default,
                cases,
            } => self.switch(value, *default, cases),
            Op::IndirectBr { address, .. } => {
                format!(
                    "Goes on at the block whose address is {}.",
                    self.operand(address)
                )
            }
            Op::Resume(operand) => {
                format!("The panic {} goes on in the caller.", self.operand(operand))
            }
            Op::Unreachable => {
                if self.follows_noreturn(instruction) {
                    "The call before it doesn't return: nothing follows.".to_owned()
                } else {
                    "Control never comes here; if it did, that would be undefined behaviour."
                        .to_owned()
                }
            }
            Op::CleanupRet { unwind, .. } => match unwind {
                Some(to) => format!("Unwinding goes on at {}.", self.local(*to)),
                None => "Unwinding goes on in the caller.".to_owned(),
            },
            Op::CatchRet { to, .. } => {
                format!("The panic is over; goes on at {}.", self.local(*to))
            }
            Op::CatchSwitch {
                handlers, unwind, ..
            } => {
                let handlers: Vec<String> = handlers.iter().map(|to| self.local(*to)).collect();
                let otherwise = match unwind {
                    Some(to) => self.local(*to),
                    None => "the caller".to_owned(),
                };
                format!(
                    "A panic goes on at {}, or else at {otherwise}.",
                    handlers.join(" or ")
                )
            }
            _ => String::new(),
        }
    }

    /// The way with by far the greatest weight, if `!prof` says so.
    fn usual(&self, instruction: &Instruction<'a>) -> Option<usize> {
        const FAR: u64 = 8;
        let weights = self.weights(instruction)?;
        let (at, most) = weights
            .iter()
            .enumerate()
            .max_by_key(|(_, weight)| **weight)?;
        let all: u64 = weights.iter().sum();
        (*most > FAR * (all - *most)).then_some(at)
    }

    /// The weights of `!{!"branch_weights", i32 1, i32 2000}`.
    fn weights(&self, instruction: &Instruction<'a>) -> Option<Vec<u64>> {
        let mut attachments = instruction.attachments.iter();
        let prof = attachments.find(|attachment| attachment.kind.key() == "prof")?;
        let Meta::Node(id) = prof.node else {
            return None;
        };
        let NodeKind::Tuple(items) = self.module?.metadata().node(id)?.kind else {
            return None;
        };
        if !matches!(items.first(), Some(Meta::Text("branch_weights"))) {
            return None;
        }
        let weights = items.iter().filter_map(|item| match item {
            Meta::Value(operand) => {
                let weight = u32::try_from(index_number(&operand.value)?).ok()?;
                Some(u64::from(weight))
            }
            _ => None,
        });
        Some(weights.collect())
    }

    fn switch(
        &self,
        value: &Operand<'a>,
        default: Local,
        cases: &[(Operand<'a>, Local)],
    ) -> String {
        let mut targets: Vec<(Local, Vec<String>)> = Vec::new();
        for (case, to) in cases {
            let shown = match (index_number(&case.value), &case.ty) {
                (Some(number), Type::Int(8)) => character(number),
                _ => self.operand(case),
            };
            match targets.iter_mut().find(|(target, _)| target == to) {
                Some((_, values)) => values.push(shown),
                None => targets.push((*to, vec![shown])),
            }
        }
        let value = self.operand(value);
        let mut parts: Vec<String> = targets
            .iter()
            .take(CASES)
            .map(|(to, values)| format!("at {} if {value} is {}", self.local(*to), either(values)))
            .collect();
        if targets.len() > CASES {
            parts.push(format!(
                "at {} more blocks by its value",
                targets.len() - CASES
            ));
        }
        let default = self.local(default);
        if parts.is_empty() {
            return format!("Goes on at {default}.");
        }
        format!("Goes on {}, else at {default}.", parts.join(", "))
    }

    /// Whether a call that doesn't return is right before it.
    fn follows_noreturn(&self, instruction: &Instruction<'a>) -> bool {
        let all = self.function.instructions();
        let at = all.partition_point(|other| other.span.start < instruction.span.start);
        let mut before = all[..at.min(all.len())].iter().rev();
        before
            .find(|other| !matches!(other.op, Op::DebugRecord { .. }))
            .is_some_and(|other| matches!(other.op, Op::Call(_)) && self.never_returns(other))
    }

    pub(super) fn phi(&self, instruction: &Instruction<'a>) -> String {
        let Op::Phi { ty, incoming, .. } = &instruction.op else {
            return String::new();
        };
        let home = self.home(instruction);
        let mut ways: Vec<(String, bool, Vec<String>)> = Vec::new();
        for (value, from) in incoming {
            let back = home.is_some_and(|home| self.comes_back(home, *from));
            let before = back && value.local().is_some();
            let shown = self.value(value, ty);
            let from = self.local(*from);
            let known = ways
                .iter_mut()
                .find(|(value, around, _)| *value == shown && *around == before);
            match known {
                Some((.., blocks)) if blocks.contains(&from) => {}
                Some((.., blocks)) => blocks.push(from),
                None => ways.push((shown, before, vec![from])),
            }
        }
        // What comes into a loop is told before what comes around.
        ways.sort_by_key(|(_, before, _)| *before);
        let result = instruction.result.map(|local| self.local(local));
        let ways: Vec<String> = ways
            .iter()
            .map(|(value, before, blocks)| {
                let round = if *before { " of the round before" } else { "" };
                format!("{value}{round} when coming from {}", either(blocks))
            })
            .collect();
        format!(
            "{} is {}.",
            result.as_deref().unwrap_or("nothing"),
            ways.join(", ")
        )
    }

    /// The block of an instruction with a result.
    fn home(&self, instruction: &Instruction<'a>) -> Option<BlockId> {
        let result = instruction.result?;
        match self.function.locals().get(result.index())?.definition {
            Definition::Result(id) => self.function.home(id),
            _ => None,
        }
    }

    /// Whether an edge from there begins another round of a loop.
    fn comes_back(&self, home: BlockId, from: Local) -> bool {
        let from = self.function.block_of(from);
        from.is_some_and(|from| {
            self.dominators.depth(from).is_some() && self.dominators.dominates(home, from)
        })
    }

    pub(super) fn pad(&self, instruction: &Instruction<'a>) -> String {
        let result = instruction.result.map(|local| self.local(local));
        let result = result.as_deref().unwrap_or("nothing");
        match &instruction.op {
            Op::LandingPad {
                cleanup, clauses, ..
            } => {
                let catches_all = clauses
                    .iter()
                    .any(|(word, operand)| *word == "catch" && self.operand(operand) == "null");
                let forbids = clauses
                    .iter()
                    .any(|(word, operand)| *word == "filter" && is_empty(&operand.ty));
                let what = if forbids {
                    "A panic arrives here that must not pass."
                } else if catches_all {
                    "Any panic is caught here."
                } else if *cleanup {
                    "A panic arrives here: values are dropped before it goes on."
                } else {
                    "An exception arrives here."
                };
                format!("{what} {result} is what the unwinder hands over.")
            }
            Op::CatchPad { .. } => format!("A panic is handled here; {result} stands for that."),
            Op::CleanupPad { .. } => {
                format!("Values are dropped here because of a panic; {result} stands for that.")
            }
            _ => String::new(),
        }
    }
}

fn is_empty(ty: &Type<'_>) -> bool {
    matches!(ty, Type::Array(0, _))
}

/// `a, b or c`.
fn either(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}
