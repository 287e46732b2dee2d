//! Calls, and what catches a panic.

use crate::model::{Argument, Call, Op};
use crate::print::{Printer, separated, words};
use std::fmt::{self, Write};

impl<'a> Printer<'_, 'a> {
    /// What follows the word of what catches a panic.
    pub(super) fn write_pad(self, op: &Op<'a>, out: &mut String) -> fmt::Result {
        match op {
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
            _ => {}
        }
        Ok(())
    }

    /// A call, after its first word.
    pub(super) fn write_call(self, call: &Call<'a>, out: &mut String) -> fmt::Result {
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
