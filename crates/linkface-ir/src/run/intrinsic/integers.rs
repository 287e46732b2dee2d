//! Intrinsics on whole numbers.

use super::{Intrinsic, argument, pair, scalar};
use crate::model::{IntPredicate, Type};
use crate::run::arithmetic::overflowing;
use crate::run::compare::holds;
use crate::run::elements;
use crate::run::int::{Int, WIDEST, mask};
use crate::run::outcome::{Run, Stop};
use crate::run::poison::{Poison, Site};
use crate::run::value::Value;

/// What an intrinsic on whole numbers comes to; none if it isn't one.
pub(super) fn call(intrinsic: Intrinsic<'_, '_>, arguments: &[Value]) -> Run<Option<Value>> {
    let Intrinsic { stem, site, .. } = intrinsic;
    let argument = |nth| argument(arguments, nth, site);
    let value = match stem {
        "umin" | "umax" | "smin" | "smax" | "uadd.sat" | "usub.sat" | "sadd.sat" | "ssub.sat"
        | "ushl.sat" | "sshl.sat" => elements::two(argument(0)?, argument(1)?, |a, b| {
            ints([a, b], site, |[a, b]| two(stem, a, b, site))
        })?,
        "uadd.with.overflow" | "sadd.with.overflow" | "usub.with.overflow"
        | "ssub.with.overflow" | "umul.with.overflow" | "smul.with.overflow" => {
            let results = elements::two(argument(0)?, argument(1)?, |a, b| {
                Ok(with_overflow(stem, a, b, site))
            })?;
            pair(&results, site)?
        }
        "ucmp" | "scmp" => {
            let Type::Int(width) = scalar(intrinsic.call.returns()) else {
                return Ok(None);
            };
            elements::two(argument(0)?, argument(1)?, |a, b| {
                ints([a, b], site, |[a, b]| {
                    let (less, more) = if stem == "ucmp" {
                        (IntPredicate::Ult, IntPredicate::Ugt)
                    } else {
                        (IntPredicate::Slt, IntPredicate::Sgt)
                    };
                    let order = i128::from(holds(more, a, b)) - i128::from(holds(less, a, b));
                    Value::int(*width, order)
                })
                .map(|value| resized(value, *width))
            })?
        }
        "abs" | "ctlz" | "cttz" => {
            let promise = matches!(argument(1)?.as_int(), Some(int) if int.bits() == 1);
            elements::one(argument(0)?, |a| {
                ints([a], site, |[a]| counted(stem, a, promise, site))
            })?
        }
        "ctpop" | "bswap" | "bitreverse" => {
            elements::one(argument(0)?, |a| ints([a], site, |[a]| one(stem, a)))?
        }
        "fshl" | "fshr" => {
            let (a, b, by) = (argument(0)?, argument(1)?, argument(2)?);
            let both = elements::two(a, b, |a, b| Ok(Value::aggregate([a.clone(), b.clone()])))?;
            match (&both, by) {
                (Value::Aggregate(pairs), Value::Aggregate(bys)) => {
                    let lanes = pairs.iter().zip(bys.iter());
                    let lanes: Run<Vec<Value>> = lanes
                        .map(|(pair, by)| funnel(stem, pair, by, site))
                        .collect();
                    Value::aggregate(lanes?)
                }
                (pair, by) => funnel(stem, pair, by, site)?,
            }
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// A result of `undef` is as wide as the operands, which may not be what is returned.
fn resized(value: Value, width: u32) -> Value {
    match value {
        Value::Int(int) if !int.is_defined() => Value::Int(Int::undef(width)),
        other => other,
    }
}

/// Does `each` to numbers; poison goes through, and with `undef` the result is.
fn ints<const N: usize>(
    values: [&Value; N],
    site: Site,
    each: impl FnOnce([Int; N]) -> Value,
) -> Run {
    let mut numbers = [Int::new(1, 0); N];
    for (slot, value) in numbers.iter_mut().zip(values) {
        match value {
            Value::Int(int) => *slot = *int,
            Value::Poison(poison) => return Ok(Value::Poison(poison.passed(site))),
            _ => return Err(Stop::invalid(site, "an intrinsic on integers gets none")),
        }
    }
    if let Some(unknown) = numbers.iter().find(|number| !number.is_defined()) {
        return Ok(Value::Int(unknown.unknown()));
    }
    Ok(each(numbers))
}

fn two(stem: &str, a: Int, b: Int, site: Site) -> Value {
    let width = a.width();
    let pick = |predicate| if holds(predicate, a, b) { a } else { b };
    let unsigned = |wrapped: (Int, bool, bool), bound: u128| {
        if wrapped.1 {
            Int::new(width, bound)
        } else {
            wrapped.0
        }
    };
    let signed = |wrapped: (Int, bool, bool), below: bool| match (wrapped.2, below) {
        (false, _) => wrapped.0,
        (true, true) => Int::signed(width, Int::min(width)),
        (true, false) => Int::signed(width, Int::max(width)),
    };
    let add = || overflowing(width, a, b, u128::overflowing_add, i128::overflowing_add);
    let sub = || overflowing(width, a, b, u128::overflowing_sub, i128::overflowing_sub);
    Value::Int(match stem {
        "umin" => pick(IntPredicate::Ult),
        "umax" => pick(IntPredicate::Ugt),
        "smin" => pick(IntPredicate::Slt),
        "smax" => pick(IntPredicate::Sgt),
        "uadd.sat" => unsigned(add(), u128::MAX),
        "usub.sat" => unsigned(sub(), 0),
        "sadd.sat" => signed(add(), b.value() < 0),
        "ssub.sat" => signed(sub(), b.value() > 0),
        _ => {
            let Some(by) = u32::try_from(b.bits()).ok().filter(|by| *by < width) else {
                let why = format!("`llvm.{stem}` by {}, not less than {width}", b.bits());
                return Value::Poison(Poison::made(site, why));
            };
            let shifted = a.of(a.bits() << by);
            if stem == "ushl.sat" {
                if shifted.bits() >> by == a.bits() {
                    shifted
                } else {
                    Int::new(width, u128::MAX)
                }
            } else if shifted.value() >> by == a.value() {
                shifted
            } else if a.value() < 0 {
                Int::signed(width, Int::min(width))
            } else {
                Int::signed(width, Int::max(width))
            }
        }
    })
}

fn with_overflow(stem: &str, a: &Value, b: &Value, site: Site) -> Value {
    let (a, b) = match (a, b) {
        (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
            let poison = Value::Poison(poison.passed(site));
            return Value::aggregate([poison.clone(), poison]);
        }
        (Value::Int(a), Value::Int(b)) => (*a, *b),
        _ => return Value::aggregate([Value::Undef, Value::Int(Int::undef(1))]),
    };
    if !(a.is_defined() && b.is_defined()) {
        return Value::aggregate([Value::Int(a.unknown()), Value::Int(Int::undef(1))]);
    }
    let (wrapped, unsigned, signed) = match &stem[1..4] {
        "add" => overflowing(
            a.width(),
            a,
            b,
            u128::overflowing_add,
            i128::overflowing_add,
        ),
        "sub" => overflowing(
            a.width(),
            a,
            b,
            u128::overflowing_sub,
            i128::overflowing_sub,
        ),
        _ => overflowing(
            a.width(),
            a,
            b,
            u128::overflowing_mul,
            i128::overflowing_mul,
        ),
    };
    let overflows = if stem.starts_with('u') {
        unsigned
    } else {
        signed
    };
    Value::aggregate([Value::Int(wrapped), Value::bool(overflows)])
}

/// `abs`, `ctlz` and `cttz`, whose second argument makes one value of the first poison.
fn counted(stem: &str, a: Int, promise: bool, site: Site) -> Value {
    let width = a.width();
    let least = stem == "abs" && a.value() == Int::min(width);
    let zero = stem != "abs" && a.bits() == 0;
    if promise && (least || zero) {
        let why = format!("`llvm.{stem}` of {a}, which its second argument rules out");
        return Value::Poison(Poison::made(site, why));
    }
    Value::Int(match stem {
        "abs" => Int::signed(width, a.value().wrapping_abs()),
        "ctlz" => {
            let above = WIDEST - width;
            Int::new(width, (a.bits().leading_zeros() - above).into())
        }
        _ => Int::new(width, a.bits().trailing_zeros().min(width).into()),
    })
}

fn one(stem: &str, a: Int) -> Value {
    let unused = WIDEST - a.width();
    Value::Int(a.of(match stem {
        "ctpop" => a.bits().count_ones().into(),
        "bswap" => a.bits().swap_bytes() >> unused,
        _ => a.bits().reverse_bits() >> unused,
    }))
}

/// Two numbers side by side, shifted: a rotation, if both are the same.
fn funnel(stem: &str, pair: &Value, by: &Value, site: Site) -> Run {
    let Value::Aggregate(halves) = pair else {
        return Ok(pair.clone());
    };
    let [high, low] = &**halves else {
        return Err(Stop::invalid(site, "an argument is missing"));
    };
    ints([high, low, by], site, |[high, low, by]| {
        let width = high.width();
        let by = u32::try_from(by.bits() % u128::from(width)).unwrap_or(0);
        let (high, low) = (high.bits(), low.bits());
        let bits = match (stem, by) {
            ("fshl", 0) => high,
            (_, 0) => low,
            ("fshl", by) => (high << by) | (low >> (width - by)),
            (_, by) => (high << (width - by)) | (low >> by),
        };
        Value::Int(Int::new(width, bits & mask(width)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    const HERE: Site = Site {
        module: 0,
        function: 0,
        instruction: None,
        span: Span { start: 0, end: 0 },
    };

    #[track_caller]
    fn check(stem: &str, width: u32, a: i128, b: i128, expected: i128) {
        let (a, b) = (Int::signed(width, a), Int::signed(width, b));
        assert_eq!(two(stem, a, b, HERE).to_string(), expected.to_string());
    }

    #[test]
    fn saturation_stays_at_the_bounds() {
        check("uadd.sat", 8, -56, 100, -1);
        check("usub.sat", 8, 1, 2, 0);
        check("sadd.sat", 8, 127, 1, 127);
        check("sadd.sat", 8, -128, -1, -128);
        check("ssub.sat", 8, -128, 1, -128);
        check("ssub.sat", 8, 0, -128, 127);
        check("ushl.sat", 8, 64, 2, -1);
        check("sshl.sat", 8, -64, 2, -128);
        check("sshl.sat", 8, 3, 2, 12);
        check("uadd.sat", 128, -1, 1, -1);
        check("sadd.sat", 128, i128::MAX, 1, i128::MAX);
    }

    #[test]
    fn bits_are_counted_within_the_width() {
        let count = |stem, a| counted(stem, Int::signed(24, a), false, HERE).to_string();
        assert_eq!(count("ctlz", 1), "23");
        assert_eq!(count("ctlz", 0), "24");
        assert_eq!(count("cttz", 0), "24");
        assert_eq!(count("abs", -5), "5");
        assert_eq!(one("ctpop", Int::signed(24, -1)).to_string(), "24");
        assert_eq!(
            one("bswap", Int::new(16, 0x1234)).to_string(),
            0x3412.to_string()
        );
        assert_eq!(one("bitreverse", Int::new(8, 1)).to_string(), "-128");
    }
}
