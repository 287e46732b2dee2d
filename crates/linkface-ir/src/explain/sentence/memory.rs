//! Stack memory, loads, stores, atomic accesses.

use super::capital;
use crate::explain::sentence::Explainer;
use crate::explain::value::{bytes, index_number};
use crate::model::instruction::{Flags, Ordering};
use crate::model::{Instruction, Op, Type};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn memory(&self, instruction: &Instruction<'a>) -> String {
        let result = instruction.result.map(|local| self.local(local));
        let result = result.as_deref().unwrap_or("nothing");
        match &instruction.op {
            Op::Alloca {
                ty, count, align, ..
            } => {
                let room = match (self.size(ty), count) {
                    (Some(0), None) => "nothing".to_owned(),
                    (Some(size), None) => format!("{} of stack", bytes(size)),
                    (_, None) => format!("stack for a {ty}"),
                    (_, Some(count)) => {
                        format!("stack for {} times {ty}", self.operand(count))
                    }
                };
                let align = match align {
                    Some(0 | 1) | None => String::new(),
                    Some(align) => format!(", divisible by {align}"),
                };
                let holds = instruction
                    .result
                    .and_then(|slot| self.variable_in(slot))
                    .map(|variable| format!(" It holds {variable}."))
                    .unwrap_or_default();
                format!("{result} is the address of {room}{align}.{holds}")
            }
            Op::Load {
                flags,
                ty,
                pointer,
                atomic,
                ..
            } => {
                let how = manner(*flags, atomic.is_some());
                format!(
                    "{result} is {} at {}{how}.",
                    self.thing(ty),
                    self.operand(pointer)
                )
            }
            Op::Store {
                flags,
                value,
                pointer,
                atomic,
                ..
            } => {
                let how = manner(*flags, atomic.is_some());
                let size = match self.size(&value.ty) {
                    Some(size) => format!(", {},", bytes(size)),
                    None => String::new(),
                };
                format!(
                    "Writes {}{size} to {}{how}.",
                    self.operand(value),
                    self.operand(pointer)
                )
            }
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

    /// What a load reads.
    fn thing(&self, ty: &Type<'a>) -> String {
        match (ty, self.size(ty)) {
            (Type::Int(8), _) => "the byte".to_owned(),
            (Type::Int(_), Some(size)) => format!("the {}", bytes(size)),
            (Type::Ptr(_), _) => "the pointer".to_owned(),
            _ => format!("the {ty}"),
        }
    }
}

fn manner(flags: Flags, atomic: bool) -> &'static str {
    match (flags.has(Flags::VOLATILE), atomic) {
        (true, true) => ", atomically and in any case",
        (true, false) => ", in any case",
        (false, true) => ", atomically",
        (false, false) => "",
    }
}
