//! Instructions.

use super::{Printer, separated, words};
use crate::model::instruction::Atomic;
use crate::model::{Argument, Call, Instruction, Local, Op, Operand, Type, Value};
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

    fn label(self, before: &str, label: Local, out: &mut String) -> fmt::Result {
        write!(out, "{before}label ")?;
        self.write_local(label, out)
    }

    fn labels(self, labels: &[Local], out: &mut String) -> fmt::Result {
        separated(labels, out, |label, out| self.label("", *label, out))
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

    /// `T a, b`.
    fn pair(
        self,
        ty: &Type<'a>,
        left: &Value<'a>,
        right: &Value<'a>,
        out: &mut String,
    ) -> fmt::Result {
        write!(out, "{ty} ")?;
        self.write_value(left, out)?;
        out.push_str(", ");
        self.write_value(right, out)
    }

    fn unwind(self, unwind: Option<Local>, out: &mut String) -> fmt::Result {
        match unwind {
            Some(label) => self.label(" unwind ", label, out),
            None => out.write_str(" unwind to caller"),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each instruction")]
    fn write_op(self, op: &Op<'a>, out: &mut String) -> fmt::Result {
        if !matches!(op, Op::Call(_) | Op::DebugRecord { .. } | Op::Opaque(_)) {
            out.push_str(op.word());
        }
        match op {
            Op::Ret(None) => out.push_str(" void"),
            Op::Ret(Some(operand)) | Op::Resume(operand) | Op::Freeze(operand) => {
                out.push(' ');
                self.write_operand(operand, out)?;
            }
            Op::Br(to) => self.label(" ", *to, out)?,
            Op::CondBr {
                condition,
                then,
                otherwise,
            } => {
                out.push(' ');
                self.write_operand(condition, out)?;
                self.label(", ", *then, out)?;
                self.label(", ", *otherwise, out)?;
            }
            Op::Switch {
                value,
                default,
                cases,
            } => {
                out.push(' ');
                self.write_operand(value, out)?;
                self.label(", ", *default, out)?;
                out.push_str(" [\n");
                for (case, to) in cases {
                    out.push_str("    ");
                    self.write_operand(case, out)?;
                    self.label(", ", *to, out)?;
                    out.push('\n');
                }
                out.push_str("  ]");
            }
            Op::IndirectBr { address, targets } => {
                out.push(' ');
                self.write_operand(address, out)?;
                out.push_str(", [");
                self.labels(targets, out)?;
                out.push(']');
            }
            Op::Invoke {
                call,
                normal,
                unwind,
            } => {
                self.write_call(call, out)?;
                self.label("\n          to ", *normal, out)?;
                self.label(" unwind ", *unwind, out)?;
            }
            Op::CallBr {
                call,
                normal,
                targets,
            } => {
                self.write_call(call, out)?;
                self.label("\n          to ", *normal, out)?;
                out.push_str(" [");
                self.labels(targets, out)?;
                out.push(']');
            }
            Op::Unreachable => {}
            Op::CleanupRet { pad, unwind } => {
                out.push_str(" from ");
                self.write_value(pad, out)?;
                self.unwind(*unwind, out)?;
            }
            Op::CatchRet { pad, to } => {
                out.push_str(" from ");
                self.write_value(pad, out)?;
                self.label(" to ", *to, out)?;
            }
            Op::CatchSwitch {
                parent,
                handlers,
                unwind,
            } => {
                out.push_str(" within ");
                self.write_value(parent, out)?;
                out.push_str(" [");
                self.labels(handlers, out)?;
                out.push(']');
                self.unwind(*unwind, out)?;
            }
            Op::FNeg { flags, operand } => {
                out.push(' ');
                words(flags.words(), out)?;
                self.write_operand(operand, out)?;
            }
            Op::Binary {
                flags,
                ty,
                left,
                right,
                ..
            } => {
                out.push(' ');
                words(flags.words(), out)?;
                self.pair(ty, left, right, out)?;
            }
            Op::Cast {
                flags, operand, to, ..
            } => {
                out.push(' ');
                words(flags.words(), out)?;
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
                out.push(' ');
                words(flags.words(), out)?;
                write!(out, "{} ", predicate.word())?;
                self.pair(ty, left, right, out)?;
            }
            Op::FCmp {
                flags,
                predicate,
                ty,
                left,
                right,
            } => {
                out.push(' ');
                words(flags.words(), out)?;
                write!(out, "{} ", predicate.word())?;
                self.pair(ty, left, right, out)?;
            }
            Op::Phi {
                flags,
                ty,
                incoming,
            } => {
                out.push(' ');
                words(flags.words(), out)?;
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
                out.push(' ');
                words(flags.words(), out)?;
                self.operands([condition, then, otherwise], out)?;
            }
            Op::Alloca {
                flags,
                ty,
                count,
                align,
                address_space,
            } => {
                out.push(' ');
                words(flags.words(), out)?;
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
                out.push(' ');
                words(flags.words(), out)?;
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
                out.push(' ');
                words(flags.words(), out)?;
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
                out.push(' ');
                words(flags.words(), out)?;
                write!(out, "{element}, ")?;
                self.operands(std::iter::once(base).chain(indices), out)?;
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
            Op::VaArg { list, ty } => {
                out.push(' ');
                self.write_operand(list, out)?;
                write!(out, ", {ty}")?;
            }
            Op::LandingPad {
                ty,
                cleanup,
                clauses,
            } => {
                write!(out, " {ty}")?;
                if *cleanup {
                    out.push_str("\n          cleanup");
                }
                for (word, operand) in clauses {
                    write!(out, "\n          {word} ")?;
                    self.write_operand(operand, out)?;
                }
            }
            Op::CatchPad { within, arguments } | Op::CleanupPad { within, arguments } => {
                out.push_str(" within ");
                self.write_value(within, out)?;
                out.push_str(" [");
                self.operands(arguments, out)?;
                out.push(']');
            }
            Op::DebugRecord { kind, arguments } => {
                write!(out, "#dbg_{kind}(")?;
                separated(arguments, out, |meta, out| self.write_meta(meta, out))?;
                out.push(')');
            }
            Op::Opaque(opaque) => out.push_str(opaque.text),
        }
        Ok(())
    }

    /// A call, after its first word.
    fn write_call(self, call: &Call<'a>, out: &mut String) -> fmt::Result {
        out.push(' ');
        words(call.flags.words(), out)?;
        words(call.convention, out)?;
        words(&call.return_attributes, out)?;
        if let Some(space) = call.address_space {
            write!(out, "addrspace({space}) ")?;
        }
        write!(out, "{} ", call.ty)?;
        self.write_value(&call.callee, out)?;
        out.push('(');
        separated(&call.arguments, out, |argument, out| {
            self.write_argument(argument, out)
        })?;
        out.push(')');
        for attribute in &call.attributes {
            write!(out, " {attribute}")?;
        }
        if !call.bundles.is_empty() {
            out.push_str(" [ ");
            separated(&call.bundles, out, |bundle, out| {
                write!(out, "\"{}\"(", bundle.tag)?;
                self.operands(&bundle.operands, out)?;
                out.write_str(")")
            })?;
            out.push_str(" ]");
        }
        Ok(())
    }

    fn write_argument(self, argument: &Argument<'a>, out: &mut String) -> fmt::Result {
        write!(out, "{} ", argument.ty)?;
        words(&argument.attributes, out)?;
        self.write_value(&argument.value, out)
    }
}

fn write_align(align: Option<u64>, out: &mut String) -> fmt::Result {
    align.map_or(Ok(()), |bytes| write!(out, ", align {bytes}"))
}

fn write_indices(indices: &[u64], out: &mut String) -> fmt::Result {
    indices
        .iter()
        .try_for_each(|index| write!(out, ", {index}"))
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
