//! How a block ends, while labels are deleted from its terminator.

use crate::model::{Local, Op};
use std::fmt;

/// The end of a block: its terminator, and the call that was in it.
#[derive(Clone, Debug)]
pub(super) struct Ending<'a> {
    call: Option<Box<Op<'a>>>,
    last: Box<Op<'a>>,
}

/// Why a terminator can't do without a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stuck {
    /// The call of an `invoke` may panic, and nothing else says where that goes.
    Invoke,
    /// The terminator isn't one of `br`, `switch` and `invoke`.
    Other,
}

/// As a sentence.
impl fmt::Display for Stuck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Invoke => {
                "an `invoke` needs both labels: its call may still panic, and has to go somewhere then"
            }
            Self::Other => "only `br`, `switch` and `invoke` can do without a label",
        })
    }
}

/// What is left of an ending without some labels.
pub(super) enum Outcome<'a> {
    /// The labels weren't in it.
    Same,
    /// Something simpler.
    Simpler(Ending<'a>),
    /// No label; maybe a call.
    Nothing(Option<Box<Op<'a>>>),
    /// It can't do without.
    Stuck(Stuck),
}

impl<'a> Ending<'a> {
    /// A terminator as it is in the text.
    pub(super) fn of(op: &Op<'a>) -> Self {
        Self {
            call: None,
            last: Box::new(op.clone()),
        }
    }

    /// `unreachable`, after the call that was in the terminator.
    pub(super) fn sealed(call: Option<Box<Op<'a>>>) -> Self {
        Self {
            call,
            last: Box::new(Op::Unreachable),
        }
    }

    /// The call that was in it, and is an instruction of its own now.
    pub(super) fn call(&self) -> Option<&Op<'a>> {
        self.call.as_deref()
    }

    /// The instructions that it is.
    pub(super) fn ops(&self) -> Vec<Op<'a>> {
        let ops = self.call.iter().chain([&self.last]);
        ops.map(|op| Op::clone(op)).collect()
    }

    /// Without the labels that are dead.
    pub(super) fn without(&self, dead: &dyn Fn(Local) -> bool) -> Outcome<'a> {
        let labels = self.last.successors();
        if !labels.iter().any(|label| dead(*label)) {
            return Outcome::Same;
        }
        let simpler = |last| {
            Outcome::Simpler(Self {
                call: self.call.clone(),
                last: Box::new(last),
            })
        };
        match &*self.last {
            Op::Br(_) => Outcome::Nothing(self.call.clone()),
            Op::CondBr {
                then, otherwise, ..
            } => match (dead(*then), dead(*otherwise)) {
                (true, true) => Outcome::Nothing(None),
                (true, false) => simpler(Op::Br(*otherwise)),
                _ => simpler(Op::Br(*then)),
            },
            Op::Switch {
                value,
                default,
                cases,
            } => {
                let mut cases = cases.to_vec();
                cases.retain(|(_, to)| !dead(*to));
                let default = if dead(*default) {
                    // A `switch` needs a default. That none of the cases fits is undefined now: any
                    // of them will do.
                    match cases.pop() {
                        Some((_, to)) => to,
                        None => return Outcome::Nothing(None),
                    }
                } else {
                    *default
                };
                if cases.is_empty() {
                    return simpler(Op::Br(default));
                }
                simpler(Op::Switch {
                    value: value.clone(),
                    default,
                    cases: cases.into(),
                })
            }
            Op::Invoke {
                call,
                normal,
                unwind,
            } => match (dead(*normal), dead(*unwind)) {
                (true, true) => Outcome::Nothing(Some(Box::new(Op::Call(call.clone())))),
                (true, false) => Outcome::Stuck(Stuck::Invoke),
                _ => Outcome::Simpler(Self {
                    call: Some(Box::new(Op::Call(call.clone()))),
                    last: Box::new(Op::Br(*normal)),
                }),
            },
            _ => Outcome::Stuck(Stuck::Other),
        }
    }
}
