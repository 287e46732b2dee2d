//! Instructions that end a block.

use crate::model::{Local, Op};
use crate::print::{Printer, separated};
use std::fmt::{self, Write};

impl<'a> Printer<'_, 'a> {
    /// What follows the word of such an instruction.
    pub(super) fn write_terminator(self, op: &Op<'a>, out: &mut String) -> fmt::Result {
        match op {
            Op::Ret(None) => out.push_str(" void"),
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
            _ => {}
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

    fn unwind(self, unwind: Option<Local>, out: &mut String) -> fmt::Result {
        match unwind {
            Some(label) => self.label(" unwind ", label, out),
            None => out.write_str(" unwind to caller"),
        }
    }
}
