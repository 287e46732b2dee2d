//! `define …`.

use super::{Printer, separated, words};
use crate::model::instruction::Attachment;
use crate::model::signature::{Clause, Parameter};
use crate::model::{Operand, Signature};
use std::fmt::{self, Write};

impl<'a> Printer<'_, 'a> {
    /// What follows `define` or `declare`.
    pub(super) fn write_signature(
        self,
        signature: &Signature<'a>,
        out: &mut String,
    ) -> fmt::Result {
        for attachment in &signature.declared {
            self.write_attachment(" ", attachment, out)?;
        }
        out.push(' ');
        words(&signature.words, out)?;
        words(signature.convention, out)?;
        words(&signature.return_attributes, out)?;
        write!(out, "{} @{}(", signature.returns, signature.name)?;
        separated(&signature.parameters, out, |parameter, out| {
            self.write_parameter(parameter, out)
        })?;
        if signature.variadic {
            let comma = if signature.parameters.is_empty() {
                ""
            } else {
                ", "
            };
            write!(out, "{comma}...")?;
        }
        out.push(')');
        if let Some(unnamed) = signature.unnamed {
            write!(out, " {unnamed}")?;
        }
        if let Some(space) = signature.address_space {
            write!(out, " addrspace({space})")?;
        }
        for attribute in &signature.attributes {
            write!(out, " {attribute}")?;
        }
        for clause in &signature.clauses {
            write!(out, " {clause}")?;
        }
        for attachment in &signature.attachments {
            self.write_attachment(" ", attachment, out)?;
        }
        Ok(())
    }

    fn write_parameter(self, parameter: &Parameter<'a>, out: &mut String) -> fmt::Result {
        write!(out, "{}", parameter.ty)?;
        for attribute in &parameter.attributes {
            write!(out, " {attribute}")?;
        }
        if let Some(local) = parameter.local.filter(|_| parameter.named) {
            out.push(' ');
            self.write_local(local, out)?;
        }
        Ok(())
    }

    pub(super) fn write_attachment(
        self,
        before: &str,
        attachment: &Attachment<'a>,
        out: &mut String,
    ) -> fmt::Result {
        write!(out, "{before}!{} ", attachment.kind)?;
        self.write_meta(&attachment.node, out)
    }
}

impl fmt::Display for Clause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operand =
            |word: &str, operand: &Operand<'_>, f: &mut fmt::Formatter<'_>| match &operand.value {
                crate::model::Value::Constant(constant) => {
                    write!(f, "{word} {} {constant}", operand.ty)
                }
                _ => write!(f, "{word} {} ?", operand.ty),
            };
        match self {
            Self::Section(text) => write!(f, "section \"{text}\""),
            Self::Partition(text) => write!(f, "partition \"{text}\""),
            Self::Comdat(None) => f.write_str("comdat"),
            Self::Comdat(Some(name)) => write!(f, "comdat(${name})"),
            Self::Align(bytes) => write!(f, "align {bytes}"),
            Self::Gc(text) => write!(f, "gc \"{text}\""),
            Self::Word(text) => f.write_str(text),
            Self::Prefix(value) => operand("prefix", value, f),
            Self::Prologue(value) => operand("prologue", value, f),
            Self::Personality(value) => operand("personality", value, f),
        }
    }
}
