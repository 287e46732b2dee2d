//! Intrinsics on vectors as a whole.

use super::{Intrinsic, argument, floats};
use crate::model::{BinaryOp, Flags, IntPredicate};
use crate::run::int::Int;
use crate::run::outcome::{Run, Stop};
use crate::run::poison::Site;
use crate::run::value::Value;
use crate::run::{arithmetic, compare, execute, float};

/// What an intrinsic on vectors comes to; none if it isn't one.
pub(super) fn call(intrinsic: Intrinsic<'_, '_>, arguments: &[Value]) -> Run<Option<Value>> {
    let Intrinsic {
        stem, site, call, ..
    } = intrinsic;
    let Some(operation) = stem.strip_prefix("vector.") else {
        return Ok(None);
    };
    let argument = |nth| argument(arguments, nth, site);
    let vector = |nth| {
        let value = argument(nth)?;
        let fields = value.fields().map(<[Value]>::to_vec);
        fields.ok_or_else(|| Stop::invalid(site, "an intrinsic on vectors gets none"))
    };
    let value = match operation {
        "reduce.fadd" | "reduce.fmul" => {
            let op = if operation.ends_with("fadd") {
                BinaryOp::FAdd
            } else {
                BinaryOp::FMul
            };
            // In order: with `reassoc` any order will do, so this one.
            let first = argument(0)?.clone();
            let elements = vector(1)?;
            elements.iter().try_fold(first, |sum, next| {
                float::binary(op, call.flags, &sum, next, site)
            })?
        }
        reduce if reduce.starts_with("reduce.") => {
            let how = &reduce["reduce.".len()..];
            let Some(value) = reduced(how, call.flags, argument(0)?, site)? else {
                return Ok(None);
            };
            value
        }
        "reverse" => Value::aggregate(vector(0)?.into_iter().rev()),
        "insert" | "extract" => {
            let from_end = if operation == "insert" { 2 } else { 1 };
            let at = argument(from_end)?.as_int().map(Int::bits);
            let at = at.and_then(|at| usize::try_from(at).ok());
            let Some(at) = at else {
                return Err(Stop::invalid(site, "the place in a vector isn't known"));
            };
            let mut whole = vector(0)?;
            if operation == "insert" {
                let part = vector(1)?;
                let Some(slots) = whole.get_mut(at..at.saturating_add(part.len())) else {
                    return Err(Stop::invalid(site, "a place that isn't in the vector"));
                };
                slots.clone_from_slice(&part);
                Value::aggregate(whole)
            } else {
                let crate::model::Type::Vector { length, .. } = call.returns() else {
                    return Ok(None);
                };
                let len = usize::try_from(*length).unwrap_or(usize::MAX);
                let Some(part) = whole.get(at..at.saturating_add(len)) else {
                    return Err(Stop::invalid(site, "a place that isn't in the vector"));
                };
                Value::aggregate(part.iter().cloned())
            }
        }
        "interleave2" => {
            let (a, b) = (vector(0)?, vector(1)?);
            Value::aggregate(a.into_iter().zip(b).flat_map(|(a, b)| [a, b]))
        }
        "deinterleave2" => {
            let whole = vector(0)?;
            let half = |odd: usize| Value::aggregate(whole.iter().skip(odd).step_by(2).cloned());
            Value::aggregate([half(0), half(1)])
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// All elements made one.
fn reduced(how: &str, flags: Flags, value: &Value, site: Site) -> Run<Option<Value>> {
    if let Value::Poison(poison) = value {
        return Ok(Some(Value::Poison(poison.passed(site))));
    }
    let elements = value.fields().unwrap_or_default();
    let Some((first, rest)) = elements.split_first() else {
        return Err(Stop::invalid(site, "a vector without elements"));
    };
    let by = |op| {
        rest.iter().try_fold(first.clone(), |a, b| {
            arithmetic::binary(op, Flags::NONE, &a, b, site)
        })
    };
    let pick = |predicate| {
        rest.iter().try_fold(first.clone(), |a, b| {
            let chosen = compare::ints(predicate, Flags::NONE, &a, b, site)?;
            execute::select(&chosen, &a, b, site)
        })
    };
    let extreme = |name| {
        rest.iter().try_fold(first.clone(), |a, b| {
            floats::extreme(name, flags, &a, b, site)
        })
    };
    let value = match how {
        "add" => by(BinaryOp::Add)?,
        "mul" => by(BinaryOp::Mul)?,
        "and" => by(BinaryOp::And)?,
        "or" => by(BinaryOp::Or)?,
        "xor" => by(BinaryOp::Xor)?,
        "smax" => pick(IntPredicate::Sgt)?,
        "smin" => pick(IntPredicate::Slt)?,
        "umax" => pick(IntPredicate::Ugt)?,
        "umin" => pick(IntPredicate::Ult)?,
        "fmax" => extreme("maxnum")?,
        "fmin" => extreme("minnum")?,
        "fmaximum" => extreme("maximum")?,
        "fminimum" => extreme("minimum")?,
        _ => return Ok(None),
    };
    Ok(Some(value))
}
