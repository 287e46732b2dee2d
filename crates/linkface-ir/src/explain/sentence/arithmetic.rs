//! Operations on two values.

use super::lanes;
use crate::explain::sentence::Explainer;
use crate::explain::value::index_number;
use crate::model::{BinaryOp, Flags, Op, Type, Value};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn binary(&self, op: &Op<'a>) -> String {
        let Op::Binary {
            op,
            flags,
            ty,
            left,
            right,
        } = op
        else {
            return String::new();
        };
        let (a, b) = (self.value(left, ty), self.value(right, ty));
        let truth = is_truth(ty);
        let lanes = lanes(ty);
        let constant = index_number(right);
        let what = match (op, constant) {
            (BinaryOp::Add, Some(number @ ..0)) => format!("{a} minus {}", number.unsigned_abs()),
            (BinaryOp::Add | BinaryOp::FAdd, _) => format!("{a} plus {b}"),
            (BinaryOp::Sub, _) if index_number(left) == Some(0) => {
                format!("{b} with the other sign")
            }
            (BinaryOp::Sub | BinaryOp::FSub, _) => format!("{a} minus {b}"),
            (BinaryOp::Mul | BinaryOp::FMul, _) => format!("{a} times {b}"),
            (BinaryOp::UDiv, _) => format!("{a} divided by {b}, rounded down (unsigned)"),
            (BinaryOp::SDiv, _) => format!("{a} divided by {b}, rounded towards 0 (signed)"),
            (BinaryOp::FDiv, _) => format!("{a} divided by {b}"),
            (BinaryOp::URem, _) => format!("what is left of {a} divided by {b} (unsigned)"),
            (BinaryOp::SRem, _) => format!("what is left of {a} divided by {b} (signed)"),
            (BinaryOp::FRem, _) => format!("what is left of {a} divided by {b}"),
            (BinaryOp::Shl, _) if index_number(left) == Some(1) => {
                format!("a number with nothing set but bit {b}")
            }
            (BinaryOp::Shl, Some(places)) => match power(places) {
                Some(power) if flags.has(Flags::NUW) || flags.has(Flags::NSW) => {
                    format!("{a} times {power}: its bits, {} to the left", steps(places))
                }
                _ => format!("the bits of {a}, {} to the left", steps(places)),
            },
            (BinaryOp::Shl, None) => format!("the bits of {a}, {b} places to the left"),
            (BinaryOp::LShr, Some(places)) => match power(places) {
                Some(power) => format!(
                    "{a} divided by {power} (unsigned): its bits, {} to the right",
                    steps(places)
                ),
                None => format!("the bits of {a}, {b} places to the right"),
            },
            (BinaryOp::LShr, None) => {
                format!("the bits of {a}, {b} places to the right, zeros before them")
            }
            (BinaryOp::AShr, Some(places)) if Some(places) == sign_place(ty) => {
                format!("all ones if {a} is negative, else 0")
            }
            (BinaryOp::AShr, _) => {
                format!("the bits of {a}, {b} places to the right, copies of its sign before them")
            }
            (BinaryOp::And, _) if truth => format!("true if {a} and {b} are"),
            (BinaryOp::Or, _) if truth => format!("true if {a} or {b} is"),
            (BinaryOp::Xor, Some(_)) if truth => format!("true if {a} is false"),
            (BinaryOp::Xor, _) if truth && is_true(right) => format!("true if {a} is false"),
            (BinaryOp::Xor, _) if truth => format!("true if one of {a} and {b} is, not both"),
            (BinaryOp::Xor, Some(-1)) => format!("{a} with all bits flipped"),
            (BinaryOp::And, Some(mask)) => match low_bits(mask) {
                Some(1) => format!("the lowest bit of {a}"),
                Some(bits) => format!("the lowest {bits} bits of {a}"),
                None => match cleared(mask) {
                    Some(bits) => format!("{a} rounded down to a multiple of {}", 1u128 << bits),
                    None => format!("those bits of {a} that are set in {b}"),
                },
            },
            (BinaryOp::And, None) => format!("the bits that are set in {a} and in {b}"),
            (BinaryOp::Or, _) => format!("the bits that are set in {a} or in {b}"),
            (BinaryOp::Xor, _) => format!("the bits in which {a} and {b} differ"),
        };
        format!("{what}{lanes}")
    }
}

fn is_truth(ty: &Type<'_>) -> bool {
    match ty {
        Type::Int(1) => true,
        Type::Vector { element, .. } => matches!(**element, Type::Int(1)),
        _ => false,
    }
}

fn is_true(value: &Value<'_>) -> bool {
    use crate::model::Constant;
    match value {
        Value::Constant(Constant::Bool(truth)) => *truth,
        Value::Constant(Constant::Splat(operand)) => {
            matches!(&operand.value, Value::Constant(Constant::Bool(true)))
        }
        _ => false,
    }
}

/// Two to the power of `places`.
fn power(places: i128) -> Option<u128> {
    1u128.checked_shl(u32::try_from(places).ok()?)
}

fn steps(places: i128) -> String {
    match places {
        1 => "1 place".to_owned(),
        _ => format!("{places} places"),
    }
}

/// How far the sign is from the right.
fn sign_place(ty: &Type<'_>) -> Option<i128> {
    match ty {
        Type::Int(bits) => Some(i128::from(*bits) - 1),
        Type::Vector { element, .. } => match **element {
            Type::Int(bits) => Some(i128::from(bits) - 1),
            _ => None,
        },
        _ => None,
    }
}

/// How many bits are set, if those are the lowest.
fn low_bits(mask: i128) -> Option<u32> {
    let next = mask.checked_add(1)?;
    (mask > 0 && next & mask == 0).then(|| next.trailing_zeros())
}

/// How many bits are clear, if those are the lowest.
fn cleared(mask: i128) -> Option<u32> {
    let places = mask.trailing_zeros();
    (mask < -1 && places < 127 && mask >> places == -1).then_some(places)
}
