//! Intrinsics on floating-point numbers: those whose result is exactly specified.

use super::{Intrinsic, argument, scalar};
use crate::model::ty::Float;
use crate::model::{Flags, Type};
use crate::run::convert;
use crate::run::elements;
use crate::run::float::{Both, apply, keep_promise, number};
use crate::run::int::Int;
use crate::run::outcome::{Run, Stop};
use crate::run::poison::Site;
use crate::run::value::Value;

/// What an intrinsic on floats comes to; none if it isn't one.
pub(super) fn call(intrinsic: Intrinsic<'_, '_>, arguments: &[Value]) -> Run<Option<Value>> {
    let Intrinsic {
        stem, site, call, ..
    } = intrinsic;
    let flags = call.flags;
    let argument = |nth| argument(arguments, nth, site);
    macro_rules! rounded {
        ($method:ident) => {
            elements::one(argument(0)?, |a| {
                apply(
                    stem,
                    flags,
                    [a],
                    Both(|[a]: [f32; 1]| a.$method(), |[a]: [f64; 1]| a.$method()),
                    site,
                )
            })?
        };
    }
    let value = match stem {
        "fabs" => elements::one(argument(0)?, |a| absolute(flags, a, site))?,
        "copysign" => elements::two(argument(0)?, argument(1)?, |a, b| {
            copy_sign(flags, a, b, site)
        })?,
        "sqrt" => rounded!(sqrt),
        "floor" => rounded!(floor),
        "ceil" => rounded!(ceil),
        "trunc" => rounded!(trunc),
        "round" => rounded!(round),
        // Nobody changes the rounding mode here.
        "roundeven" | "rint" | "nearbyint" => rounded!(round_ties_even),
        "canonicalize" => argument(0)?.clone(),
        "fma" | "fmuladd" => {
            let (a, b, c) = (argument(0)?, argument(1)?, argument(2)?);
            let fused = |a: &Value, b: &Value, c: &Value| {
                let both = Both(
                    |[a, b, c]: [f32; 3]| a.mul_add(b, c),
                    |[a, b, c]: [f64; 3]| a.mul_add(b, c),
                );
                apply(stem, flags, [a, b, c], both, site)
            };
            match (a, b, c) {
                (Value::Aggregate(a), Value::Aggregate(b), Value::Aggregate(c)) => {
                    let lanes = a.iter().zip(b.iter()).zip(c.iter());
                    let lanes: Run<Vec<Value>> = lanes.map(|((a, b), c)| fused(a, b, c)).collect();
                    Value::aggregate(lanes?)
                }
                (a, b, c) => fused(a, b, c)?,
            }
        }
        "minnum" | "maxnum" | "minimum" | "maximum" | "minimumnum" | "maximumnum" => {
            extreme(stem, flags, argument(0)?, argument(1)?, site)?
        }
        "fptosi.sat" | "fptoui.sat" => {
            let Type::Int(width) = *scalar(call.returns()) else {
                return Ok(None);
            };
            crate::run::codec::check_width(width).map_err(|why| Stop::unsupported(site, why))?;
            elements::one(argument(0)?, |a| match a {
                Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
                Value::Float(kind, bits) => {
                    let value = number(*kind, *bits, site)?;
                    let signed = stem == "fptosi.sat";
                    Ok(Value::Int(convert::saturating(signed, value, width)))
                }
                _ => Ok(Value::Int(Int::undef(width))),
            })?
        }
        "is.fpclass" => {
            let Some(mask) = argument(1)?.as_int() else {
                return Err(Stop::invalid(site, "`llvm.is.fpclass` of no known class"));
            };
            elements::one(argument(0)?, |a| match a {
                Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
                Value::Float(kind, bits) => {
                    number(*kind, *bits, site)?;
                    Ok(Value::bool(mask.bits() >> class(*kind, *bits) & 1 == 1))
                }
                _ => Ok(Value::Int(Int::undef(1))),
            })?
        }
        "powi" => {
            let Some(exponent) = argument(1)?.as_int() else {
                return Ok(None);
            };
            let exponent = i32::try_from(exponent.value()).unwrap_or(i32::MAX);
            elements::one(argument(0)?, |a| {
                let both = Both(
                    |[a]: [f32; 1]| a.powi(exponent),
                    |[a]: [f64; 1]| a.powi(exponent),
                );
                apply(stem, flags, [a], both, site)
            })?
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

fn absolute(flags: Flags, a: &Value, site: Site) -> Run {
    match a {
        Value::Float(kind, bits) => {
            let sign = 1 << (kind.bits() - 1);
            keep_promise("fabs", flags, Value::Float(*kind, bits & !sign), site)
        }
        Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
        _ => Ok(Value::Undef),
    }
}

fn copy_sign(flags: Flags, a: &Value, b: &Value, site: Site) -> Run {
    match (a, b) {
        (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
            Ok(Value::Poison(poison.passed(site)))
        }
        (Value::Float(kind, a), Value::Float(_, b)) => {
            let sign = 1 << (kind.bits() - 1);
            let bits = (a & !sign) | (b & sign);
            keep_promise("copysign", flags, Value::Float(*kind, bits), site)
        }
        _ => Ok(Value::Undef),
    }
}

/// The less or greater of two numbers. `minimum` and `maximum` are NaN if one is; the others are the
/// number then. All but `minnum` and `maxnum` take -0 for less than 0; those may.
pub(in crate::run) fn extreme(stem: &str, flags: Flags, a: &Value, b: &Value, site: Site) -> Run {
    let least = stem.starts_with("min");
    let nan_wins = matches!(stem, "minimum" | "maximum");
    macro_rules! choose {
        ($a:expr, $b:expr) => {{
            let (a, b) = ($a, $b);
            if a.is_nan() || b.is_nan() {
                if (nan_wins && a.is_nan()) || b.is_nan() {
                    a
                } else {
                    b
                }
            } else if a.partial_cmp(&b).is_some_and(std::cmp::Ordering::is_eq) {
                if a.is_sign_negative() == least { a } else { b }
            } else if (a < b) == least {
                a
            } else {
                b
            }
        }};
    }
    elements::two(a, b, |a, b| {
        let both = Both(
            |[a, b]: [f32; 2]| {
                if nan_wins && b.is_nan() {
                    b
                } else {
                    choose!(a, b)
                }
            },
            |[a, b]: [f64; 2]| {
                if nan_wins && b.is_nan() {
                    b
                } else {
                    choose!(a, b)
                }
            },
        );
        apply(stem, flags, [a, b], both, site)
    })
}

/// The bit of `llvm.is.fpclass` for this number.
fn class(kind: Float, bits: u128) -> u32 {
    let fraction_bits = if kind == Float::Float { 23 } else { 52 };
    let fraction = bits & ((1 << fraction_bits) - 1);
    let exponent_mask = (1u128 << (kind.bits() - 1 - fraction_bits)) - 1;
    let exponent = bits >> fraction_bits & exponent_mask;
    let negative = bits >> (kind.bits() - 1) & 1 == 1;
    match (exponent, fraction) {
        (exponent, fraction) if exponent == exponent_mask && fraction != 0 => {
            u32::from(fraction >> (fraction_bits - 1) == 1)
        }
        (exponent, _) if exponent == exponent_mask => {
            if negative {
                2
            } else {
                9
            }
        }
        (0, 0) => {
            if negative {
                5
            } else {
                6
            }
        }
        (0, _) => {
            if negative {
                4
            } else {
                7
            }
        }
        _ => {
            if negative {
                3
            } else {
                8
            }
        }
    }
}
