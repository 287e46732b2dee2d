//! Values and constants.

use super::{Printer, separated, words};
use crate::model::value::{Expression, Meta};
use crate::model::{Constant, Operand, Value};
use std::fmt::{self, Display, Formatter, Write};

impl<'a> Printer<'_, 'a> {
    pub(super) fn write_operand(self, operand: &Operand<'a>, out: &mut String) -> fmt::Result {
        write!(out, "{} ", operand.ty)?;
        self.write_value(&operand.value, out)
    }

    pub(super) fn write_value(self, value: &Value<'a>, out: &mut String) -> fmt::Result {
        match value {
            Value::Local(local) => self.write_local(*local, out),
            Value::Constant(constant) => write!(out, "{constant}"),
            Value::Metadata(meta) => self.write_meta(meta, out),
            Value::Asm(asm) => {
                out.push_str("asm ");
                words(&asm.words, out)?;
                write!(out, "\"{}\", \"{}\"", asm.text, asm.constraints)
            }
        }
    }

    pub(super) fn write_meta(self, meta: &Meta<'a>, out: &mut String) -> fmt::Result {
        match meta {
            Meta::Node(number) => write!(out, "!{number}"),
            Meta::Text(text) => write!(out, "!\"{text}\""),
            Meta::Value(operand) => self.write_operand(operand, out),
            Meta::List(operands) => {
                out.push_str("!DIArgList(");
                separated(operands, out, |operand, out| {
                    self.write_operand(operand, out)
                })?;
                out.push(')');
                Ok(())
            }
            Meta::Inline(text) => out.write_str(text),
            Meta::Null => out.write_str("null"),
        }
    }
}

impl Display for Constant<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(text) | Self::Float(text) | Self::Other(text) => f.write_str(text),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Null => f.write_str("null"),
            Self::None => f.write_str("none"),
            Self::Undef => f.write_str("undef"),
            Self::Poison => f.write_str("poison"),
            Self::Zero => f.write_str("zeroinitializer"),
            Self::Bytes(text) => write!(f, "c\"{text}\""),
            Self::Array(elements) => list("[", elements, "]", f),
            Self::Vector(elements) => list("<", elements, ">", f),
            Self::Struct { packed, fields } => match (packed, fields.is_empty()) {
                (false, true) => f.write_str("{}"),
                (true, true) => f.write_str("<{}>"),
                (false, false) => list("{ ", fields, " }", f),
                (true, false) => list("<{ ", fields, " }>", f),
            },
            Self::Splat(element) => list("splat (", [&**element], ")", f),
            Self::Global(name) => write!(f, "@{name}"),
            Self::BlockAddress(function, block) => {
                write!(f, "blockaddress(@{function}, %{block})")
            }
            Self::DsoLocalEquivalent(name) => write!(f, "dso_local_equivalent @{name}"),
            Self::NoCfi(name) => write!(f, "no_cfi @{name}"),
            Self::Expression(expression) => write!(f, "{expression}"),
        }
    }
}

impl Display for Expression<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cast {
                op,
                flags,
                operand,
                to,
            } => {
                write!(f, "{} ", op.word())?;
                for word in flags.words() {
                    write!(f, "{word} ")?;
                }
                list("(", std::slice::from_ref(operand), "", f)?;
                write!(f, " to {to})")
            }
            Self::Binary {
                op,
                flags,
                left,
                right,
            } => {
                write!(f, "{} ", op.word())?;
                for word in flags.words() {
                    write!(f, "{word} ")?;
                }
                list("(", [left, right], ")", f)
            }
            Self::GetElementPtr {
                flags,
                in_range,
                element,
                operands,
            } => {
                f.write_str("getelementptr ")?;
                for word in flags.words() {
                    write!(f, "{word} ")?;
                }
                if let Some(range) = in_range {
                    write!(f, "inrange({range}) ")?;
                }
                write!(f, "({element}, ")?;
                list("", operands, ")", f)
            }
        }
    }
}

/// Operands that are constants, as all in constants are.
fn list<'s, 'a: 's>(
    open: &str,
    operands: impl IntoIterator<Item = &'s Operand<'a>>,
    close: &str,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    f.write_str(open)?;
    for (index, operand) in operands.into_iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        match &operand.value {
            Value::Constant(constant) => write!(f, "{} {constant}", operand.ty)?,
            _ => write!(f, "{} ?", operand.ty)?,
        }
    }
    f.write_str(close)
}
