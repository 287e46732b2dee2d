//! `trunc`, `zext`, …: conversions of scalars that need no memory.

use super::codec::ieee;
use super::float;
use super::int::{Int, mask};
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::Value;
use crate::model::ty::Float;
use crate::model::{CastOp, Flags, Type};

/// `op a to to` of scalars.
pub(crate) fn scalar(op: CastOp, flags: Flags, a: &Value, to: &Type<'_>, site: Site) -> Run {
    let word = op.word();
    let made = |why: String| Ok(Value::Poison(Poison::made(site, why)));
    match (op, a, to) {
        (_, Value::Poison(poison), _) => Ok(Value::Poison(poison.passed(site))),
        (CastOp::Trunc, Value::Int(a), Type::Int(width)) => {
            let short = a.resize(*width);
            if a.is_defined() && flags.has(Flags::NUW) && short.bits() != a.bits() {
                return made(format!(
                    "`trunc nuw` of {} loses bits that are set",
                    a.bits()
                ));
            }
            if a.is_defined() && flags.has(Flags::NSW) && short.value() != a.value() {
                return made(format!("`trunc nsw` of {a} changes its value"));
            }
            Ok(Value::Int(short))
        }
        (CastOp::ZExt, Value::Int(a), Type::Int(width)) => {
            if flags.has(Flags::NNEG) && a.value() < 0 {
                return made(format!("`zext nneg` of {a}, which is negative"));
            }
            Ok(Value::Int(a.resize(*width)))
        }
        (CastOp::SExt, Value::Int(a), Type::Int(width)) => Ok(Value::Int(a.sext(*width))),
        (CastOp::UiToFp | CastOp::SiToFp, Value::Int(a), Type::Float(kind)) => {
            if !a.is_defined() {
                return Ok(Value::Undef);
            }
            if flags.has(Flags::NNEG) && a.value() < 0 {
                return made(format!("`{word} nneg` of {a}, which is negative"));
            }
            from_int(op == CastOp::SiToFp, *a, *kind, site)
        }
        (CastOp::FpToUi | CastOp::FpToSi, Value::Undef, Type::Int(width)) => {
            Ok(Value::Int(Int::undef(*width)))
        }
        (CastOp::FpToUi | CastOp::FpToSi, Value::Float(kind, bits), Type::Int(width)) => {
            let number = float::number(*kind, *bits, site)?;
            match to_int(op == CastOp::FpToSi, number, *width) {
                Some(int) => Ok(Value::Int(int)),
                None => made(format!("`{word}` of {number:?}, which is no i{width}")),
            }
        }
        (CastOp::FpTrunc | CastOp::FpExt, Value::Undef, Type::Float(_)) => Ok(Value::Undef),
        (CastOp::FpTrunc | CastOp::FpExt, Value::Float(kind, bits), Type::Float(to)) => {
            let number = float::number(*kind, *bits, site)?;
            if let Some(why) = float::promise(flags, number) {
                return made(format!("`{word} {why}"));
            }
            float::keep_promise(word, flags, of(number, *to, site)?, site)
        }
        _ => Err(Stop::invalid(site, format!("`{word}` between these types"))),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "`fptrunc` rounds to the nearest, as `as` does"
)]
fn of(number: f64, kind: Float, site: Site) -> Run {
    match kind {
        Float::Float => Ok(Value::float(number as f32)),
        Float::Double => Ok(Value::double(number)),
        _ => float::number(kind, 0, site).map(Value::double),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "`uitofp` and `sitofp` round to the nearest, as `as` does"
)]
fn from_int(signed: bool, a: Int, kind: Float, site: Site) -> Run {
    match (ieee(kind.bits()), signed) {
        (Some(Float::Float), true) => Ok(Value::float(a.value() as f32)),
        (Some(Float::Float), false) => Ok(Value::float(a.bits() as f32)),
        (Some(Float::Double), true) => Ok(Value::double(a.value() as f64)),
        (Some(Float::Double), false) => Ok(Value::double(a.bits() as f64)),
        _ => float::number(kind, 0, site).map(Value::double),
    }
}

/// The number without its fraction, if it is one of `width` bits.
pub(crate) fn to_int(signed: bool, number: f64, width: u32) -> Option<Int> {
    let int = saturating(signed, number, width);
    let whole = number.trunc();
    // At the bounds `as` saturates: what is outside of them isn't equal to the number.
    let inside = if signed {
        let bound = 2f64.powi(i32::try_from(width).ok()? - 1);
        -bound <= whole && whole < bound
    } else {
        0.0 <= whole && whole < 2f64.powi(i32::try_from(width).ok()?)
    };
    inside.then_some(int)
}

/// The nearest integer of `width` bits without a fraction; 0 for NaN: `llvm.fptosi.sat`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is asked for"
)]
pub(crate) fn saturating(signed: bool, number: f64, width: u32) -> Int {
    if signed {
        let value = (number as i128).clamp(Int::min(width), Int::max(width));
        Int::signed(width, value)
    } else {
        Int::new(width, (number as u128).min(mask(width)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_outside_of_the_type_are_no_integers() {
        let check = |signed, number, width| to_int(signed, number, width).map(Int::value);
        assert_eq!(check(true, 127.9, 8), Some(127));
        assert_eq!(check(true, 128.0, 8), None);
        assert_eq!(check(true, -128.9, 8), Some(-128));
        assert_eq!(check(true, -129.0, 8), None);
        assert_eq!(check(false, 255.5, 8), Some(-1));
        assert_eq!(check(false, 256.0, 8), None);
        assert_eq!(check(false, -0.9, 8), Some(0));
        assert_eq!(check(false, -1.0, 8), None);
        assert_eq!(check(true, f64::NAN, 8), None);
        assert_eq!(check(true, f64::INFINITY, 128), None);
        assert_eq!(check(false, 2f64.powi(127), 128), Some(i128::MIN));
    }

    #[test]
    fn saturation_stops_at_the_bounds() {
        assert_eq!(saturating(true, 1e9, 8).value(), 127);
        assert_eq!(saturating(true, -1e9, 8).value(), -128);
        assert_eq!(saturating(false, -1.0, 8).bits(), 0);
        assert_eq!(saturating(false, f64::INFINITY, 8).bits(), 255);
        assert_eq!(saturating(true, f64::NAN, 8).value(), 0);
    }
}
