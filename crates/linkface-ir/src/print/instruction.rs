//! Instructions.

mod call;
mod memory;
mod terminator;

use super::{Printer, separated, words};
use crate::model::{Flags, Instruction, Op, Operand, Type, Value};
use std::fmt::{self, Write};

impl<'a> Printer<'_, 'a> {
    pub(super) fn write_instruction(
        self,
        instruction: &Instruction<'a>,
        out: &mut String,
    ) -> fmt::Result {
        if let Some(result) = instruction.result {
            self.write_local(result, out)?;
            out.push_str(" = ");
        }
        self.write_op(&instruction.op, out)?;
        if let Some(debug) = instruction.debug {
            write!(out, ", !dbg !{debug}")?;
        }
        for attachment in &instruction.attachments {
            self.write_attachment(", ", attachment, out)?;
        }
        Ok(())
    }

    fn operands<'s>(
        self,
        operands: impl IntoIterator<Item = &'s Operand<'a>>,
        out: &mut String,
    ) -> fmt::Result
    where
        'a: 's,
    {
        separated(operands, out, |operand, out| {
            self.write_operand(operand, out)
        })
    }

    /// `nuw T a, b`, `samesign ult T a, b`.
    fn pair(
        self,
        flags: Flags,
        predicate: &str,
        ty: &Type<'a>,
        [left, right]: [&Value<'a>; 2],
        out: &mut String,
    ) -> fmt::Result {
        write_flags(flags, out)?;
        words((!predicate.is_empty()).then_some(predicate), out)?;
        write!(out, "{ty} ")?;
        self.write_value(left, out)?;
        out.push_str(", ");
        self.write_value(right, out)
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each instruction")]
    fn write_op(self, op: &Op<'a>, out: &mut String) -> fmt::Result {
        if !matches!(op, Op::Call(_) | Op::DebugRecord { .. } | Op::Opaque(_)) {
            out.push_str(op.word());
        }
        match op {
            Op::FNeg { flags, operand } => {
                write_flags(*flags, out)?;
                self.write_operand(operand, out)?;
            }
            Op::Binary {
                flags,
                ty,
                left,
                right,
                ..
            } => {
                self.pair(*flags, "", ty, [left, right], out)?;
            }
            Op::Cast {
                flags, operand, to, ..
            } => {
                write_flags(*flags, out)?;
                self.write_operand(operand, out)?;
                write!(out, " to {to}")?;
            }
            Op::ICmp {
                flags,
                predicate,
                ty,
                left,
                right,
            } => {
                self.pair(*flags, predicate.word(), ty, [left, right], out)?;
            }
            Op::FCmp {
                flags,
                predicate,
                ty,
                left,
                right,
            } => {
                self.pair(*flags, predicate.word(), ty, [left, right], out)?;
            }
            Op::Phi {
                flags,
                ty,
                incoming,
            } => {
                write_flags(*flags, out)?;
                write!(out, "{ty} ")?;
                separated(incoming, out, |(value, from), out| {
                    out.push_str("[ ");
                    self.write_value(value, out)?;
                    out.push_str(", ");
                    self.write_local(*from, out)?;
                    out.write_str(" ]")
                })?;
            }
            Op::Select {
                flags,
                condition,
                then,
                otherwise,
            } => {
                write_flags(*flags, out)?;
                self.operands([condition, then, otherwise], out)?;
            }
            Op::ExtractElement { vector, index } => {
                out.push(' ');
                self.operands([vector, index], out)?;
            }
            Op::InsertElement {
                vector,
                element,
                index,
            } => {
                out.push(' ');
                self.operands([vector, element, index], out)?;
            }
            Op::ShuffleVector { left, right, mask } => {
                out.push(' ');
                self.operands([left, right, mask], out)?;
            }
            Op::ExtractValue { aggregate, indices } => {
                out.push(' ');
                self.write_operand(aggregate, out)?;
                write_indices(indices, out)?;
            }
            Op::InsertValue {
                aggregate,
                element,
                indices,
            } => {
                out.push(' ');
                self.operands([aggregate, element], out)?;
                write_indices(indices, out)?;
            }
            Op::Call(call) => {
                words(call.tail, out)?;
                out.push_str("call");
                self.write_call(call, out)?;
            }
            Op::DebugRecord { kind, arguments } => {
                write!(out, "#dbg_{kind}(")?;
                separated(arguments, out, |meta, out| self.write_meta(meta, out))?;
                out.push(')');
            }
            Op::Opaque(opaque) => out.push_str(opaque.text),
            Op::Ret(Some(operand)) | Op::Resume(operand) | Op::Freeze(operand) => {
                out.push(' ');
                self.write_operand(operand, out)?;
            }
            Op::LandingPad { .. } | Op::CatchPad { .. } | Op::CleanupPad { .. } => {
                self.write_pad(op, out)?;
            }
            Op::Alloca { .. }
            | Op::Load { .. }
            | Op::Store { .. }
            | Op::Fence(_)
            | Op::CmpXchg { .. }
            | Op::AtomicRmw { .. }
            | Op::GetElementPtr { .. }
            | Op::VaArg { .. } => self.write_memory(op, out)?,
            Op::Ret(None)
            | Op::Br(_)
            | Op::CondBr { .. }
            | Op::Switch { .. }
            | Op::IndirectBr { .. }
            | Op::Invoke { .. }
            | Op::CallBr { .. }
            | Op::Unreachable
            | Op::CleanupRet { .. }
            | Op::CatchRet { .. }
            | Op::CatchSwitch { .. } => self.write_terminator(op, out)?,
        }
        Ok(())
    }
}

fn write_indices(indices: &[u64], out: &mut String) -> fmt::Result {
    indices
        .iter()
        .try_for_each(|index| write!(out, ", {index}"))
}

/// The words between an opcode and what it works on.
fn write_flags(flags: Flags, out: &mut String) -> fmt::Result {
    out.push(' ');
    words(flags.words(), out)
}
