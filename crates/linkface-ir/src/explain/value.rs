//! Values and types in sentences.

use super::sentence::Explainer;
use crate::lookup::Path;
use crate::model::name::unescape;
use crate::model::value::{Constant, Expression, Meta};
use crate::model::{Definition, Local, Name, Operand, Type, Value};
use std::borrow::Cow;

/// How deep constants are looked into.
const DEPTH: usize = 4;

/// How many characters of a string are shown.
const SHOWN: usize = 32;

impl<'a> Explainer<'_, 'a> {
    /// A register: `%x`.
    pub(super) fn local(&self, local: Local) -> String {
        match self.function.locals().get(local.index()) {
            Some(info) => format!("%{}", info.name),
            None => "%?".to_owned(),
        }
    }

    /// A value of a type: `%x`, `true`, `-1`, `null`, `` `core::fmt::write` ``.
    pub(super) fn value(&self, value: &Value<'a>, ty: &Type<'a>) -> String {
        match value {
            Value::Local(local) => self.local(*local),
            Value::Constant(constant) => self.constant(constant, ty, DEPTH),
            Value::Metadata(meta) => self.meta(meta),
            Value::Asm(_) => "assembly".to_owned(),
        }
    }

    /// A value with its type, of which only the value is shown.
    pub(super) fn operand(&self, operand: &Operand<'a>) -> String {
        self.value(&operand.value, &operand.ty)
    }

    /// Several values: `%a, %b and %c`.
    pub(super) fn list(items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => format!("{} and {last}", head.join(", ")),
        }
    }

    fn constant(&self, constant: &Constant<'a>, ty: &Type<'a>, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else {
            return "a constant".to_owned();
        };
        match constant {
            Constant::Int(digits) => match (ty, number(digits)) {
                (Type::Int(1), Some(0)) => "false".to_owned(),
                (Type::Int(1), Some(_)) => "true".to_owned(),
                (_, Some(number)) => round(number, digits),
                _ => (*digits).to_owned(),
            },
            Constant::Bool(truth) => truth.to_string(),
            Constant::Float(text) => float(text, ty),
            Constant::Null => "null".to_owned(),
            Constant::None => "none".to_owned(),
            Constant::Undef => "undef (any bits)".to_owned(),
            Constant::Poison => "poison".to_owned(),
            Constant::Zero => match ty {
                Type::Struct { .. } | Type::Array(..) | Type::Vector { .. } => "zeros".to_owned(),
                _ => "0".to_owned(),
            },
            Constant::Bytes(bytes) => text(bytes),
            Constant::Splat(operand) => match &operand.value {
                Value::Constant(one) => {
                    let one = self.constant(one, &operand.ty, depth);
                    format!("{one} in each element")
                }
                _ => "a constant".to_owned(),
            },
            Constant::Vector(operands) | Constant::Array(operands) => {
                const FEW: usize = 8;
                let shown = operands.iter().take(FEW);
                let shown = shown.map(|operand| match &operand.value {
                    Value::Constant(one) => self.constant(one, &operand.ty, depth),
                    _ => "?".to_owned(),
                });
                let shown: Vec<String> = shown.collect();
                let more = if operands.len() > FEW { ", …" } else { "" };
                format!("({}{more})", shown.join(", "))
            }
            Constant::Struct { .. } => "a constant".to_owned(),
            Constant::Global(name) | Constant::DsoLocalEquivalent(name) | Constant::NoCfi(name) => {
                self.global(*name)
            }
            Constant::BlockAddress(_, block) => format!("the address of %{block}"),
            Constant::Expression(expression) => self.expression(expression, depth),
            Constant::Other(text) => format!("`{text}`"),
        }
    }

    fn expression(&self, expression: &Expression<'a>, depth: usize) -> String {
        let of = |operand: &Operand<'a>| match &operand.value {
            Value::Constant(constant) => self.constant(constant, &operand.ty, depth),
            _ => "?".to_owned(),
        };
        match expression {
            Expression::Cast { operand, to, .. } => format!("{} as {to}", of(operand)),
            Expression::Binary {
                op, left, right, ..
            } => format!("({} {} {})", of(left), op.word(), of(right)),
            Expression::GetElementPtr {
                element, operands, ..
            } => match &**operands {
                [base, index] => {
                    let from = of(base);
                    let steps = index_number(&index.value);
                    match (steps, self.size(element)) {
                        (Some(steps), Some(size)) => {
                            format!("{from} + {}", steps.saturating_mul(i128::from(size)))
                        }
                        _ => format!("an address in {from}"),
                    }
                }
                [base, ..] => format!("an address in {}", of(base)),
                [] => "an address".to_owned(),
            },
        }
    }

    /// A function or global: its path, or what is in it.
    pub(super) fn global(&self, name: Name<'a>) -> String {
        let path = Path::new(&name.text());
        if path.is_demangled() {
            return format!("`{}`", path.text());
        }
        if let Some(text) = self.text_of_global(name) {
            return text;
        }
        format!("@{}", short(name.as_written()))
    }

    /// The text that a constant holds, if it is one.
    fn text_of_global(&self, name: Name<'a>) -> Option<String> {
        let module = self.module?;
        let mut globals = module.outline().globals.iter();
        let global = globals.find(|global| global.name == name)?;
        if !global.constant {
            return None;
        }
        let bytes = match global.initial.as_ref()? {
            Constant::Bytes(bytes) => bytes,
            // rustc packs its constants: `<{ [5 x i8] }> <{ [5 x i8] c"hello" }>`.
            Constant::Struct { fields, .. } => match &**fields {
                [
                    Operand {
                        value: Value::Constant(Constant::Bytes(bytes)),
                        ..
                    },
                ] => bytes,
                _ => return None,
            },
            _ => return None,
        };
        let bytes = unescape(bytes);
        let readable = std::str::from_utf8(&bytes).ok()?;
        let printable = !readable.is_empty()
            && readable
                .chars()
                .all(|letter| !letter.is_control() || letter == '\n' || letter == '\t');
        printable.then(|| quoted(readable))
    }

    fn meta(&self, meta: &Meta<'a>) -> String {
        match meta {
            Meta::Node(id) => format!("!{id}"),
            Meta::Text(text) => format!("\"{text}\""),
            Meta::Value(operand) => self.operand(operand),
            Meta::List(operands) => {
                let items: Vec<String> = operands
                    .iter()
                    .map(|operand| self.operand(operand))
                    .collect();
                Self::list(&items)
            }
            Meta::Inline(text) => format!("`{text}`"),
            Meta::Null => "null".to_owned(),
        }
    }

    /// How many bytes a value takes in memory, if that is the same on all platforms or said in the file.
    pub(super) fn size(&self, ty: &Type<'a>) -> Option<u64> {
        self.size_within(ty, DEPTH)
    }

    /// Named types may go round in a circle.
    fn size_within(&self, ty: &Type<'a>, depth: usize) -> Option<u64> {
        let depth = depth.checked_sub(1)?;
        match ty {
            Type::Named(name) => {
                let mut types = self.module?.outline().types.iter();
                let (_, ty) = types.find(|(known, _)| known.key() == name.key())?;
                self.size_within(ty, depth)
            }
            Type::Int(bits) => {
                let bytes = u64::from(*bits).div_ceil(8);
                // Others are padded, by how much isn't the same everywhere.
                matches!(bytes, 1 | 2 | 4 | 8 | 16).then_some(bytes)
            }
            Type::Float(float) => match float.bits() {
                80 => None,
                bits => Some(u64::from(bits) / 8),
            },
            Type::Ptr(0) => self.pointer_size(),
            // Elements of vectors that are no whole bytes are packed.
            Type::Vector { element, .. } if matches!(**element, Type::Int(bits) if bits % 8 != 0) => {
                None
            }
            Type::Array(length, element)
            | Type::Vector {
                scalable: false,
                length,
                element,
            } => self.size_within(element, depth)?.checked_mul(*length),
            Type::Struct { fields, .. } => match &**fields {
                [one] => self.size_within(one, depth),
                _ => None,
            },
            _ => None,
        }
    }

    /// From `p:64:…` of the data layout; without one it is 64 bits.
    fn pointer_size(&self) -> Option<u64> {
        let layout = self.module.and_then(|module| module.outline().data_layout);
        let mut parts = layout.unwrap_or_default().split('-');
        match parts.find_map(|part| part.strip_prefix("p:")) {
            Some(pointer) => {
                let bits: u64 = pointer.split(':').next()?.parse().ok()?;
                Some(bits / 8)
            }
            None => Some(8),
        }
    }

    /// The instruction that makes a value.
    pub(super) fn definition(&self, value: &Value<'a>) -> Option<&crate::model::Instruction<'a>> {
        let local = self.function.locals().get(value.local()?.index())?;
        match local.definition {
            Definition::Result(id) => self.function.instructions().get(id.index()),
            _ => None,
        }
    }
}

/// `n byte` or `n bytes`.
pub(super) fn bytes(count: u64) -> String {
    match count {
        1 => "1 byte".to_owned(),
        _ => format!("{count} bytes"),
    }
}

/// A whole number as it is written: decimal, or hexadecimal behind `u0x` or `s0x`.
pub(super) fn number(digits: &str) -> Option<i128> {
    match digits
        .strip_prefix("u0x")
        .or_else(|| digits.strip_prefix("s0x"))
    {
        Some(hex) => i128::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    }
}

/// A large number with the power of two that is next to it: `1152921504606846975 (2^60 - 1)`.
fn round(number: i128, digits: &str) -> String {
    const SMALL: u128 = 1 << 16;
    let size = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    if size < SMALL {
        return digits.to_owned();
    }
    if size.is_power_of_two() {
        return format!("{digits} ({sign}2^{})", size.trailing_zeros());
    }
    match size.checked_add(1) {
        Some(next) if next.is_power_of_two() && number > 0 => {
            format!("{digits} (2^{} - 1)", next.trailing_zeros())
        }
        _ => digits.to_owned(),
    }
}

/// The number that a value is.
pub(super) fn index_number(value: &Value<'_>) -> Option<i128> {
    match value {
        Value::Constant(Constant::Int(digits)) => number(digits),
        Value::Constant(Constant::Zero) => Some(0),
        Value::Constant(Constant::Splat(operand)) => match &operand.value {
            Value::Constant(Constant::Int(digits)) => number(digits),
            _ => None,
        },
        _ => None,
    }
}

/// A floating-point number as people write it, if it is written as its bits.
fn float(text: &str, ty: &Type<'_>) -> String {
    let double = matches!(
        ty,
        Type::Float(crate::model::ty::Float::Float | crate::model::ty::Float::Double)
    );
    let bits = text
        .strip_prefix("0x")
        .and_then(|hex| u64::from_str_radix(hex, 16).ok());
    match bits {
        // Those of a `float` are written as those of a `double`, too.
        Some(bits) if double => format!("{:?}", f64::from_bits(bits)),
        _ => match text.parse::<f64>() {
            Ok(number) => format!("{number:?}"),
            Err(_) => text.to_owned(),
        },
    }
}

/// A string, shortened.
fn text(bytes: &str) -> String {
    quoted(&String::from_utf8_lossy(&unescape(bytes)))
}

fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(SHOWN).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    format!("{shown:?}{more}")
}

/// The name of a constant without the hash that makes it unique: `alloc_1234…`.
pub(crate) fn short(name: &str) -> Cow<'_, str> {
    const SHOWN: usize = 6;
    let digits = name.strip_prefix("alloc_");
    match digits {
        Some(digits)
            if digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            Cow::Owned(format!("alloc_{}…", &digits[..SHOWN]))
        }
        _ => Cow::Borrowed(name),
    }
}

/// A byte that is a character, as one: `48 ('0')`.
pub(super) fn character(number: i128) -> String {
    match u8::try_from(number) {
        Ok(byte) if byte.is_ascii_graphic() => format!("{number} ({:?})", char::from(byte)),
        _ => number.to_string(),
    }
}
