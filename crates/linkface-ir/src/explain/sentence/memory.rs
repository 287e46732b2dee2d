//! Stack memory, loads, stores, atomic accesses.

use crate::explain::sentence::Explainer;
use crate::explain::value::bytes;
use crate::model::{Flags, Instruction, Op, Type};

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
            _ => self.in_one_step(instruction, result),
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
