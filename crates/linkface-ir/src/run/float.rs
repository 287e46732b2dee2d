//! Operations on `float` and `double`. The other types are loaded, stored and passed on only.

use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::Value;
use crate::model::ty::Float;
use crate::model::{BinaryOp, Flags};

/// As a `f64`, which every `float` fits in.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the upper bits of a narrow number are zero"
)]
pub(crate) fn number(kind: Float, bits: u128, site: Site) -> Run<f64> {
    match kind {
        Float::Float => Ok(f64::from(f32::from_bits(bits as u32))),
        Float::Double => Ok(f64::from_bits(bits as u64)),
        _ => Err(Stop::unsupported(
            site,
            format!("this calculates with `{}`, which isn't run", kind.word()),
        )
        .help("`float` and `double` are; other types can be loaded and stored")),
    }
}

/// Why a number breaks what fast-math words promise, after the word of the instruction.
pub(crate) fn promise(flags: Flags, number: f64) -> Option<&'static str> {
    let has = |flag| flags.has(flag) || flags.has(Flags::FAST);
    if number.is_nan() && has(Flags::NNAN) {
        Some("nnan` met NaN")
    } else if number.is_infinite() && has(Flags::NINF) {
        Some("ninf` met an infinity")
    } else {
        None
    }
}

/// An operation on numbers of one type: both ways to do it, each in its own precision.
pub(crate) struct Both<F32, F64>(pub(crate) F32, pub(crate) F64);

/// Does an operation on scalars of one type.
pub(crate) fn apply<const N: usize>(
    word: &str,
    flags: Flags,
    operands: [&Value; N],
    Both(narrow, wide): Both<impl Fn([f32; N]) -> f32, impl Fn([f64; N]) -> f64>,
    site: Site,
) -> Run {
    let mut kind = None;
    let mut bits = [0; N];
    let mut undef = false;
    for (slot, operand) in bits.iter_mut().zip(operands) {
        match operand {
            Value::Poison(poison) => return Ok(Value::Poison(poison.passed(site))),
            Value::Undef => undef = true,
            Value::Float(of, value) => {
                if let Some(why) = promise(flags, number(*of, *value, site)?) {
                    return Ok(Value::Poison(Poison::made(site, format!("`{word} {why}"))));
                }
                kind = Some(*of);
                *slot = *value;
            }
            _ => return Err(Stop::invalid(site, format!("`{word}` of no float"))),
        }
    }
    if undef {
        return Ok(Value::Undef);
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the upper bits of a narrow number are zero"
    )]
    let result = match kind {
        Some(Float::Float) => {
            let numbers = bits.map(|bits| f32::from_bits(bits as u32));
            Value::float(narrow(numbers))
        }
        Some(Float::Double) => {
            let numbers = bits.map(|bits| f64::from_bits(bits as u64));
            Value::double(wide(numbers))
        }
        _ => return Err(Stop::invalid(site, format!("`{word}` of no float"))),
    };
    keep_promise(word, flags, result, site)
}

/// Poison, if the result isn't what fast-math words promise.
pub(crate) fn keep_promise(word: &str, flags: Flags, result: Value, site: Site) -> Run {
    let Value::Float(kind @ (Float::Float | Float::Double), bits) = result else {
        return Ok(result);
    };
    Ok(match promise(flags, number(kind, bits, site)?) {
        Some(why) => Value::Poison(Poison::made(site, format!("`{word} {why}"))),
        None => result,
    })
}

/// `fadd` to `frem` of scalars.
pub(crate) fn binary(op: BinaryOp, flags: Flags, a: &Value, b: &Value, site: Site) -> Run {
    macro_rules! both {
        ($op:tt) => {
            apply(op.word(), flags, [a, b], Both(|[a, b]: [f32; 2]| a $op b, |[a, b]: [f64; 2]| a $op b), site)
        };
    }
    match op {
        BinaryOp::FAdd => both!(+),
        BinaryOp::FSub => both!(-),
        BinaryOp::FMul => both!(*),
        BinaryOp::FDiv => both!(/),
        _ => both!(%),
    }
}

/// `fneg` of a scalar: the sign, and nothing else, not even of NaN.
pub(crate) fn negate(flags: Flags, a: &Value, site: Site) -> Run {
    match a {
        Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
        Value::Undef => Ok(Value::Undef),
        Value::Float(kind, bits) => {
            let sign = 1 << (kind.bits() - 1);
            keep_promise("fneg", flags, Value::Float(*kind, bits ^ sign), site)
        }
        _ => Err(Stop::invalid(site, "`fneg` of no float")),
    }
}
