//! Instructions that reach memory.

use super::write_flags;
use crate::model::Op;
use crate::model::instruction::Atomic;
use crate::print::{Printer, words};
use std::fmt::{self, Write};

impl<'a> Printer<'_, 'a> {
    /// What follows the word of such an instruction.
    pub(super) fn write_memory(self, op: &Op<'a>, out: &mut String) -> fmt::Result {
        match op {
            Op::Alloca {
                flags,
                ty,
                count,
                align,
                address_space,
            } => {
                write_flags(*flags, out)?;
                write!(out, "{ty}")?;
                if let Some(count) = count {
                    out.push_str(", ");
                    self.write_operand(count, out)?;
                }
                write_align(*align, out)?;
                if let Some(space) = address_space {
                    write!(out, ", addrspace({space})")?;
                }
            }
            Op::Load {
                flags,
                ty,
                pointer,
                atomic,
                align,
            } => {
                out.push_str(if atomic.is_some() { " atomic " } else { " " });
                words(flags.words(), out)?;
                write!(out, "{ty}, ")?;
                self.write_operand(pointer, out)?;
                write_atomic(atomic.as_ref(), out)?;
                write_align(*align, out)?;
            }
            Op::Store {
                flags,
                value,
                pointer,
                atomic,
                align,
            } => {
                out.push_str(if atomic.is_some() { " atomic " } else { " " });
                words(flags.words(), out)?;
                self.operands([value, pointer], out)?;
                write_atomic(atomic.as_ref(), out)?;
                write_align(*align, out)?;
            }
            Op::Fence(atomic) => write_atomic(Some(atomic), out)?,
            Op::CmpXchg {
                flags,
                pointer,
                expected,
                new,
                success,
                failure,
                align,
            } => {
                write_flags(*flags, out)?;
                self.operands([pointer, expected, new], out)?;
                write_atomic(Some(success), out)?;
                write!(out, " {}", failure.word())?;
                write_align(*align, out)?;
            }
            Op::AtomicRmw {
                flags,
                op,
                pointer,
                value,
                atomic,
                align,
            } => {
                write_flags(*flags, out)?;
                write!(out, "{op} ")?;
                self.operands([pointer, value], out)?;
                write_atomic(Some(atomic), out)?;
                write_align(*align, out)?;
            }
            Op::GetElementPtr {
                flags,
                element,
                base,
                indices,
            } => {
                write_flags(*flags, out)?;
                write!(out, "{element}, ")?;
                self.operands(std::iter::once(base).chain(indices), out)?;
            }
            Op::VaArg { list, ty } => {
                out.push(' ');
                self.write_operand(list, out)?;
                write!(out, ", {ty}")?;
            }
            _ => {}
        }
        Ok(())
    }
}

fn write_align(align: Option<u64>, out: &mut String) -> fmt::Result {
    align.map_or(Ok(()), |bytes| write!(out, ", align {bytes}"))
}

fn write_atomic(atomic: Option<&Atomic<'_>>, out: &mut String) -> fmt::Result {
    let Some(atomic) = atomic else {
        return Ok(());
    };
    if let Some(scope) = atomic.scope {
        write!(out, " syncscope(\"{scope}\")")?;
    }
    write!(out, " {}", atomic.ordering.word())
}
