//! Atomic accesses that do more than to load or to store.

use super::capital;
use crate::explain::sentence::Explainer;
use crate::explain::value::index_number;
use crate::model::{Instruction, Op, Ordering};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn in_one_step(&self, instruction: &Instruction<'a>, result: &str) -> String {
        match &instruction.op {
            Op::Fence(atomic) => match (atomic.scope, atomic.ordering) {
                (Some("singlethread"), _) => {
                    "Memory accesses aren't moved over this place. No code.".to_owned()
                }
                (_, Ordering::SeqCst) => {
                    "Accesses before it come before those behind it, for all threads.".to_owned()
                }
                _ => "Orders the accesses before it and behind it.".to_owned(),
            },
            Op::CmpXchg {
                pointer,
                expected,
                new,
                ..
            } => format!(
                "If {} holds {}, writes {} there, in one step. {result} is what was there, and whether it \
                 was written.",
                self.operand(pointer),
                self.operand(expected),
                self.operand(new)
            ),
            Op::AtomicRmw {
                op, pointer, value, ..
            } => {
                let place = self.operand(pointer);
                let x = self.operand(value);
                let one = index_number(&value.value);
                let what = match *op {
                    "xchg" => format!("puts {x} in {place}"),
                    "add" if one == Some(1) => format!("counts {place} up by 1"),
                    "sub" if one == Some(1) => format!("counts {place} down by 1"),
                    "add" | "fadd" => format!("adds {x} to {place}"),
                    "sub" | "fsub" => format!("subtracts {x} from {place}"),
                    "and" => format!("clears those bits of {place} that are clear in {x}"),
                    "or" => format!("sets those bits of {place} that are set in {x}"),
                    "xor" => format!("flips those bits of {place} that are set in {x}"),
                    "max" | "umax" | "fmax" | "fmaximum" => {
                        format!("makes {place} {x} if that is greater")
                    }
                    "min" | "umin" | "fmin" | "fminimum" => {
                        format!("makes {place} {x} if that is less")
                    }
                    other => format!("does `{other}` with {place} and {x}"),
                };
                let what = capital(&what);
                match instruction.result {
                    Some(_) => format!("{what}, in one step. {result} is what was there before."),
                    None => format!("{what}, in one step."),
                }
            }
            _ => String::new(),
        }
    }
}
