//! Operations on whole numbers: `add` to `xor`, with what their words promise.

use super::int::{Int, mask};
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::Value;
use crate::model::{BinaryOp, Flags};

/// `op a, b` of scalars.
pub(crate) fn binary(op: BinaryOp, flags: Flags, a: &Value, b: &Value, site: Site) -> Run {
    if is_division(op) {
        check_divisor(op, a, b, site)?;
    }
    match (a, b) {
        (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
            Ok(Value::Poison(poison.passed(site)))
        }
        (Value::Int(a), Value::Int(b)) => Ok(ints(op, flags, *a, *b, site)),
        _ => Err(Stop::invalid(
            site,
            format!("`{}` of something that is no integer", op.word()),
        )),
    }
}

fn is_division(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::UDiv | BinaryOp::SDiv | BinaryOp::URem | BinaryOp::SRem
    )
}

const HAPPENS_FIRST: &str =
    "the division happens before any `select` that follows: only a branch can avoid it";

fn check_divisor(op: BinaryOp, a: &Value, b: &Value, site: Site) -> Run<()> {
    let word = op.word();
    let b = match b {
        Value::Poison(poison) => {
            return Err(Stop::undefined(site, format!("`{word}` by poison"))
                .label("the divisor is poison")
                .poison(poison)
                .help("poison may be any number, so it may be zero")
                .into());
        }
        Value::Int(b) => *b,
        _ => return Ok(()),
    };
    if b.bits() == 0 {
        let undefined = if b.is_defined() {
            Stop::undefined(site, format!("`{word}` by zero")).label("the divisor is 0")
        } else {
            Stop::undefined(site, format!("`{word}` by undef"))
                .label("the divisor is undef: it may be 0")
        };
        return Err(undefined.help(HAPPENS_FIRST).into());
    }
    let signed = matches!(op, BinaryOp::SDiv | BinaryOp::SRem);
    match a {
        Value::Int(a)
            if signed && a.is_defined() && a.value() == Int::min(a.width()) && b.value() == -1 =>
        {
            Err(Stop::undefined(site, format!("`{word}` overflows"))
                .label(format!("{a} by -1 is no i{}", a.width()))
                .help(HAPPENS_FIRST)
                .into())
        }
        _ => Ok(()),
    }
}

fn ints(op: BinaryOp, flags: Flags, a: Int, b: Int, site: Site) -> Value {
    let width = a.width();
    if !(a.is_defined() && b.is_defined()) {
        return Value::Int(partly(op, a, b));
    }
    let made = |why: String| Value::Poison(Poison::made(site, why));
    let word = op.word();
    let broken = |promise: &str| made(format!("`{word} {promise}` of {a} and {b} overflows"));
    let (wrapped, unsigned, signed) = match op {
        BinaryOp::Add => overflowing(width, a, b, u128::overflowing_add, i128::overflowing_add),
        BinaryOp::Sub => overflowing(width, a, b, u128::overflowing_sub, i128::overflowing_sub),
        BinaryOp::Mul => overflowing(width, a, b, u128::overflowing_mul, i128::overflowing_mul),
        BinaryOp::Shl | BinaryOp::LShr | BinaryOp::AShr => {
            let Some(by) = u32::try_from(b.bits()).ok().filter(|by| *by < width) else {
                let by = b.bits();
                return made(format!(
                    "`{word}` of an i{width} by {by}, not less than {width}"
                ));
            };
            let lost = a.bits() & mask(by) != 0;
            match op {
                BinaryOp::Shl => {
                    let wrapped = a.of(a.bits() << by);
                    let unsigned = wrapped.bits() >> by != a.bits();
                    let signed = wrapped.value() >> by != a.value();
                    (wrapped, unsigned, signed)
                }
                _ if flags.has(Flags::EXACT) && lost => {
                    return made(format!(
                        "`{word} exact` of {a} by {by} loses bits that are set"
                    ));
                }
                BinaryOp::LShr => (a.of(a.bits() >> by), false, false),
                _ => (a.of((a.value() >> by).cast_unsigned()), false, false),
            }
        }
        BinaryOp::UDiv if flags.has(Flags::EXACT) && !a.bits().is_multiple_of(b.bits()) => {
            let (a, b) = (a.bits(), b.bits());
            return made(format!("`udiv exact` of {a} by {b} has a remainder"));
        }
        BinaryOp::SDiv if flags.has(Flags::EXACT) && a.value() % b.value() != 0 => {
            return made(format!("`sdiv exact` of {a} by {b} has a remainder"));
        }
        BinaryOp::UDiv => (a.of(a.bits() / b.bits()), false, false),
        BinaryOp::URem => (a.of(a.bits() % b.bits()), false, false),
        BinaryOp::SDiv => {
            let quotient = a.value().wrapping_div(b.value());
            (Int::signed(width, quotient), false, false)
        }
        BinaryOp::SRem => {
            let rest = a.value().wrapping_rem(b.value());
            (Int::signed(width, rest), false, false)
        }
        BinaryOp::Or if flags.has(Flags::DISJOINT) && a.bits() & b.bits() != 0 => {
            return made(format!(
                "`or disjoint` of {a} and {b}, which share set bits"
            ));
        }
        BinaryOp::And => (a.of(a.bits() & b.bits()), false, false),
        BinaryOp::Or => (a.of(a.bits() | b.bits()), false, false),
        _ => (a.of(a.bits() ^ b.bits()), false, false),
    };
    if unsigned && flags.has(Flags::NUW) {
        let (a, b) = (a.bits(), b.bits());
        return made(format!("`{word} nuw` of {a} and {b} overflows"));
    }
    if signed && flags.has(Flags::NSW) {
        return broken("nsw");
    }
    Value::Int(wrapped)
}

/// The wrapped result, and whether the one without and the one with a sign don't fit.
pub(crate) fn overflowing(
    width: u32,
    a: Int,
    b: Int,
    unsigned: fn(u128, u128) -> (u128, bool),
    signed: fn(i128, i128) -> (i128, bool),
) -> (Int, bool, bool) {
    let (exact, carried) = unsigned(a.bits(), b.bits());
    let wrapped = Int::new(width, exact);
    let without = carried || wrapped.bits() != exact;
    let (exact, carried) = signed(a.value(), b.value());
    let with = carried || wrapped.value() != exact;
    (wrapped, without, with)
}

/// With `undef` bits in the operands: those bits of the result that depend on them are `undef`.
fn partly(op: BinaryOp, a: Int, b: Int) -> Int {
    let width = a.width();
    let (a_undef, b_undef) = (a.undef_bits(), b.undef_bits());
    let either = a_undef | b_undef;
    let shift = || {
        let by = u32::try_from(b.bits()).ok().filter(|by| *by < width);
        by.filter(|_| b.is_defined())
    };
    match op {
        BinaryOp::And => {
            let undef = (a_undef & (b_undef | b.bits())) | (b_undef & (a_undef | a.bits()));
            Int::with_undef(width, a.bits() & b.bits(), undef)
        }
        BinaryOp::Or => {
            let undef = (a_undef & !b.bits()) | (b_undef & !a.bits());
            Int::with_undef(width, a.bits() | b.bits(), undef)
        }
        BinaryOp::Xor => Int::with_undef(width, a.bits() ^ b.bits(), either),
        // Carries go up: what is below the lowest `undef` bit is known.
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => {
            let known = mask(either.trailing_zeros());
            let bits = match op {
                BinaryOp::Add => a.bits().wrapping_add(b.bits()),
                BinaryOp::Sub => a.bits().wrapping_sub(b.bits()),
                _ => a.bits().wrapping_mul(b.bits()),
            };
            Int::with_undef(width, bits, !known)
        }
        BinaryOp::Shl => shift().map_or(a.unknown(), |by| {
            Int::with_undef(width, a.bits() << by, a_undef << by)
        }),
        BinaryOp::LShr => shift().map_or(a.unknown(), |by| {
            Int::with_undef(width, a.bits() >> by, a_undef >> by)
        }),
        BinaryOp::AShr => shift().map_or(a.unknown(), |by| {
            let wide = a.sext(super::int::WIDEST);
            let bits = (wide.bits().cast_signed() >> by).cast_unsigned();
            let undef = (wide.undef_bits().cast_signed() >> by).cast_unsigned();
            Int::with_undef(width, bits, undef)
        }),
        _ => a.unknown(),
    }
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

    fn run(op: BinaryOp, flags: Flags, width: u32, a: i128, b: i128) -> String {
        let (a, b) = (Value::int(width, a), Value::int(width, b));
        match binary(op, flags, &a, &b, HERE) {
            Ok(value) => value.to_string(),
            Err(Stop::Undefined(undefined)) => undefined.message,
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn numbers_wrap_at_every_width() {
        for width in [1, 7, 8, 24, 64, 127, 128] {
            let (min, max) = (Int::min(width), Int::max(width));
            assert_eq!(
                run(BinaryOp::Add, Flags::NONE, width, max, 1),
                Value::int(width, min).to_string()
            );
            assert_eq!(run(BinaryOp::Add, Flags::NSW, width, min, -1), "poison");
            assert_eq!(run(BinaryOp::Sub, Flags::NUW, width, 0, 1), "poison");
            assert_eq!(
                run(BinaryOp::SDiv, Flags::NONE, width, min, -1),
                "`sdiv` overflows"
            );
        }
        assert_eq!(run(BinaryOp::Mul, Flags::NSW, 128, i128::MAX, 2), "poison");
        assert_eq!(run(BinaryOp::Mul, Flags::NSW, 8, -128, -1), "poison");
        assert_eq!(run(BinaryOp::Mul, Flags::NSW, 8, -64, 2), "-128");
        assert_eq!(run(BinaryOp::Mul, Flags::NUW, 8, 16, 16), "poison");
        assert_eq!(run(BinaryOp::Mul, Flags::NUW, 8, 15, 17), "-1");
    }

    #[test]
    fn shifts_lose_bits_silently_or_not() {
        assert_eq!(run(BinaryOp::Shl, Flags::NONE, 8, 0x41, 1), "-126");
        assert_eq!(run(BinaryOp::Shl, Flags::NUW, 8, 0x41, 1), "-126");
        assert_eq!(run(BinaryOp::Shl, Flags::NSW, 8, 0x41, 1), "poison");
        assert_eq!(run(BinaryOp::Shl, Flags::NUW, 8, -1, 1), "poison");
        assert_eq!(run(BinaryOp::Shl, Flags::NSW, 8, -1, 1), "-2");
        assert_eq!(run(BinaryOp::Shl, Flags::NONE, 8, 1, 8), "poison");
        assert_eq!(run(BinaryOp::AShr, Flags::NONE, 8, -2, 1), "-1");
        assert_eq!(run(BinaryOp::LShr, Flags::NONE, 8, -2, 1), "127");
        assert_eq!(run(BinaryOp::LShr, Flags::EXACT, 8, 3, 1), "poison");
        assert_eq!(run(BinaryOp::AShr, Flags::EXACT, 8, -4, 2), "-1");
    }

    #[test]
    fn undef_bits_reach_what_depends_on_them() {
        let half = Int::with_undef(8, 0b1010_0000, 0b0000_1111);
        let with = |op, other| partly(op, half, Int::new(8, other)).to_string();
        assert_eq!(with(BinaryOp::And, 0b1100_1100), "0b1000??00");
        assert_eq!(with(BinaryOp::Or, 0b0000_0011), "0b1010??11");
        assert_eq!(with(BinaryOp::Xor, 0xff), "0b0101????");
        assert_eq!(with(BinaryOp::Add, 1), "undef");
        assert_eq!(with(BinaryOp::Shl, 4), "0b????0000");
        assert_eq!(with(BinaryOp::LShr, 4), "10");
        let high = Int::with_undef(8, 1, 0xf0);
        assert_eq!(
            partly(BinaryOp::Add, high, Int::new(8, 2)).to_string(),
            "0b????0011"
        );
        assert_eq!(
            partly(BinaryOp::AShr, high, Int::new(8, 2)).to_string(),
            "0b??????00"
        );
    }
}
