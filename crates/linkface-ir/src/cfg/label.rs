//! When an edge is taken.

use crate::model::{Constant, Local, Op, Operand, Value};
use std::fmt;

/// When an edge is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdgeLabel<'a> {
    /// Always: `br label %a`.
    Always,
    /// The condition of a `br` is true.
    True,
    /// The condition of a `br` is false.
    False,
    /// The value of a `switch` is this one, as it is written.
    Case(&'a str),
    /// The value of a `switch` is no case.
    Default,
    /// The address of an `indirectbr` is this block's.
    Indirect,
    /// The call of an `invoke` or `callbr` returns.
    Returns,
    /// The call of an `invoke` panics, or a panic goes on from a `catchswitch` or `cleanupret`.
    Unwind,
    /// The assembly of a `callbr` jumps.
    Jumps,
    /// A handler of a `catchswitch`.
    Handler,
    /// A handler ends: `catchret`.
    Caught,
    /// A label in an instruction that we don't know.
    Unknown,
}

impl EdgeLabel<'_> {
    /// Whether there is nothing to write beside an edge.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Always)
    }
}

/// As it is written beside an edge in a drawing; nothing for [`EdgeLabel::Always`].
impl fmt::Display for EdgeLabel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Always => "",
            Self::True => "true",
            Self::False => "false",
            Self::Case(value) => value,
            Self::Default => "default",
            Self::Indirect => "indirect",
            Self::Returns => "returns",
            Self::Unwind => "unwind",
            Self::Jumps => "jumps",
            Self::Handler => "handler",
            Self::Caught => "caught",
            Self::Unknown => "?",
        })
    }
}

/// Hands each edge of a terminator to `each`, in the order of [`Op::successors`].
pub(super) fn each<'a>(op: &Op<'a>, mut each: impl FnMut(Local, EdgeLabel<'a>)) {
    match op {
        Op::Br(to) => each(*to, EdgeLabel::Always),
        Op::CondBr {
            then, otherwise, ..
        } => {
            each(*then, EdgeLabel::True);
            each(*otherwise, EdgeLabel::False);
        }
        Op::Switch { default, cases, .. } => {
            each(*default, EdgeLabel::Default);
            for (value, to) in cases {
                each(*to, EdgeLabel::Case(case(value)));
            }
        }
        Op::IndirectBr { targets, .. } => {
            for to in targets {
                each(*to, EdgeLabel::Indirect);
            }
        }
        Op::Invoke { normal, unwind, .. } => {
            each(*normal, EdgeLabel::Returns);
            each(*unwind, EdgeLabel::Unwind);
        }
        Op::CallBr {
            normal, targets, ..
        } => {
            each(*normal, EdgeLabel::Returns);
            for to in targets {
                each(*to, EdgeLabel::Jumps);
            }
        }
        Op::CleanupRet {
            unwind: Some(to), ..
        } => each(*to, EdgeLabel::Unwind),
        Op::CatchRet { to, .. } => each(*to, EdgeLabel::Caught),
        Op::CatchSwitch {
            handlers, unwind, ..
        } => {
            for to in handlers {
                each(*to, EdgeLabel::Handler);
            }
            if let Some(to) = unwind {
                each(*to, EdgeLabel::Unwind);
            }
        }
        Op::Opaque(opaque) => {
            for to in &opaque.labels {
                each(*to, EdgeLabel::Unknown);
            }
        }
        _ => {}
    }
}

fn case<'a>(operand: &Operand<'a>) -> &'a str {
    match &operand.value {
        Value::Constant(Constant::Int(text) | Constant::Other(text)) => text,
        Value::Constant(Constant::Bool(true)) => "true",
        Value::Constant(Constant::Bool(false)) => "false",
        Value::Constant(Constant::Null | Constant::Zero) => "0",
        _ => "…",
    }
}
