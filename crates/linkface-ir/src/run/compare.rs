//! `icmp` and `fcmp`.

use super::float;
use super::int::Int;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::Value;
use crate::model::{Flags, FloatPredicate, IntPredicate};
use std::cmp::Ordering;

/// `icmp` of scalars; pointers are compared by their addresses.
pub(crate) fn ints(predicate: IntPredicate, flags: Flags, a: &Value, b: &Value, site: Site) -> Run {
    let (a, b) = match (a, b) {
        (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
            return Ok(Value::Poison(poison.passed(site)));
        }
        (Value::Int(a), Value::Int(b)) => (*a, *b),
        (Value::Ptr(a), Value::Ptr(b)) => (
            Int::new(64, a.address.into()),
            Int::new(64, b.address.into()),
        ),
        (Value::Undef, Value::Ptr(_) | Value::Undef) | (Value::Ptr(_), Value::Undef) => {
            return Ok(Value::Int(Int::undef(1)));
        }
        _ => {
            return Err(Stop::invalid(
                site,
                "`icmp` of values that can't be compared",
            ));
        }
    };
    let known = !(a.undef_bits() | b.undef_bits());
    let differ = (a.bits() ^ b.bits()) & known != 0;
    if !(a.is_defined() && b.is_defined()) {
        return Ok(match predicate {
            IntPredicate::Eq if differ => Value::bool(false),
            IntPredicate::Ne if differ => Value::bool(true),
            _ => Value::Int(Int::undef(1)),
        });
    }
    if flags.has(Flags::SAMESIGN) && (a.value() < 0) != (b.value() < 0) {
        let why = format!("`icmp samesign` of {a} and {b}, which have different signs");
        return Ok(Value::Poison(Poison::made(site, why)));
    }
    Ok(Value::bool(holds(predicate, a, b)))
}

/// Whether a comparison of known numbers is true.
pub(crate) fn holds(predicate: IntPredicate, a: Int, b: Int) -> bool {
    let (unsigned, signed) = (a.bits().cmp(&b.bits()), a.value().cmp(&b.value()));
    match predicate {
        IntPredicate::Eq => unsigned.is_eq(),
        IntPredicate::Ne => unsigned.is_ne(),
        IntPredicate::Ugt => unsigned.is_gt(),
        IntPredicate::Uge => unsigned.is_ge(),
        IntPredicate::Ult => unsigned.is_lt(),
        IntPredicate::Ule => unsigned.is_le(),
        IntPredicate::Sgt => signed.is_gt(),
        IntPredicate::Sge => signed.is_ge(),
        IntPredicate::Slt => signed.is_lt(),
        IntPredicate::Sle => signed.is_le(),
    }
}

/// `fcmp` of scalars.
pub(crate) fn floats(
    predicate: FloatPredicate,
    flags: Flags,
    a: &Value,
    b: &Value,
    site: Site,
) -> Run {
    let (kind, a_bits, b_bits) = match (a, b) {
        (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
            return Ok(Value::Poison(poison.passed(site)));
        }
        (Value::Float(kind, a), Value::Float(_, b)) => (*kind, *a, *b),
        (Value::Undef, _) | (_, Value::Undef) => return Ok(Value::Int(Int::undef(1))),
        _ => return Err(Stop::invalid(site, "`fcmp` of values that are no floats")),
    };
    let (x, y) = (
        float::number(kind, a_bits, site)?,
        float::number(kind, b_bits, site)?,
    );
    for number in [x, y] {
        if let Some(why) = float::promise(flags, number) {
            return Ok(Value::Poison(Poison::made(site, format!("`fcmp {why}"))));
        }
    }
    Ok(Value::bool(agrees(predicate, x.partial_cmp(&y))))
}

/// `order` is none if one is NaN.
fn agrees(predicate: FloatPredicate, order: Option<Ordering>) -> bool {
    use FloatPredicate as P;
    match predicate {
        P::False => false,
        P::True => true,
        P::Ord => order.is_some(),
        P::Uno => order.is_none(),
        P::Oeq => order.is_some_and(Ordering::is_eq),
        P::Ogt => order.is_some_and(Ordering::is_gt),
        P::Oge => order.is_some_and(Ordering::is_ge),
        P::Olt => order.is_some_and(Ordering::is_lt),
        P::Ole => order.is_some_and(Ordering::is_le),
        P::One => order.is_some_and(Ordering::is_ne),
        P::Ueq => order.is_none_or(Ordering::is_eq),
        P::Ugt => order.is_none_or(Ordering::is_gt),
        P::Uge => order.is_none_or(Ordering::is_ge),
        P::Ult => order.is_none_or(Ordering::is_lt),
        P::Ule => order.is_none_or(Ordering::is_le),
        P::Une => order.is_none_or(Ordering::is_ne),
    }
}
