//! Numbers.

use super::Wrong;
use crate::model::ty::Float;
use crate::run::int::{Int, mask};
use crate::run::value::Value;

/// A whole number of this width, with or without a sign.
pub(super) fn int(text: &str, width: u32) -> Result<Int, Wrong> {
    let wrong = || {
        Wrong::new(format!("`{text}` is no i{width}"))
            .help("write a whole number: `42`, `-5`, `0xff`, `0b101`, or `true`, `'a'`")
    };
    let does_not_fit = || {
        let (least, most) = (Int::min(width), mask(width));
        Wrong::new(format!("`{text}` doesn't fit into i{width}"))
            .help(format!("from {least} to {most}"))
    };
    match text {
        "true" => return Ok(Int::new(width, 1)),
        "false" => return Ok(Int::new(width, 0)),
        _ => {}
    }
    if let Some(letter) = letter(text) {
        let code = u128::from(u32::from(letter));
        return if code > mask(width) {
            Err(does_not_fit())
        } else {
            Ok(Int::new(width, code))
        };
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = digits.replace('_', "");
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, &digits[2..]),
        Some("0b" | "0B") => (2, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        _ => (10, &*digits),
    };
    if !digits.starts_with(|letter: char| letter.is_digit(radix)) {
        return Err(wrong());
    }
    let value = u128::from_str_radix(digits, radix).map_err(|error| match error.kind() {
        std::num::IntErrorKind::PosOverflow => does_not_fit(),
        _ => wrong(),
    })?;
    let most = if negative {
        Int::min(width).unsigned_abs()
    } else {
        mask(width)
    };
    if value > most {
        return Err(does_not_fit());
    }
    Ok(Int::new(
        width,
        if negative {
            value.wrapping_neg()
        } else {
            value
        },
    ))
}

/// `'a'`, `b'a'`.
fn letter(text: &str) -> Option<char> {
    let inner = text.strip_prefix('b').unwrap_or(text);
    let mut letters = inner.strip_prefix('\'')?.strip_suffix('\'')?.chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some(letter)
}

/// A number with a fraction.
pub(super) fn float(text: &str, kind: Float) -> Result<Value, Wrong> {
    let wrong = || {
        Wrong::new(format!("`{text}` is no {}", kind.word()))
            .help("write a number: `1.5`, `-2`, `1e9`, `inf`, `nan`")
    };
    let plain = text.replace('_', "");
    match kind {
        Float::Float => plain.parse().map(Value::float).map_err(|_| wrong()),
        Float::Double => plain.parse().map(Value::double).map_err(|_| wrong()),
        _ => Err(Wrong::new(format!("a `{}` can't be given", kind.word()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: u32, expected: Option<i128>) {
        let expected = expected.map(|value| Int::signed(width, value));
        assert_eq!(int(text, width).ok(), expected, "{text}");
    }

    #[test]
    fn whole_numbers_of_all_kinds() {
        check("42", 32, Some(42));
        check("-5", 8, Some(-5));
        check("-128", 8, Some(-128));
        check("-129", 8, None);
        check("255", 8, Some(-1));
        check("256", 8, None);
        check("0xff", 8, Some(-1));
        check("0b1_01", 8, Some(5));
        check("1_000", 32, Some(1000));
        check("true", 1, Some(-1));
        check("'a'", 32, Some(97));
        check("b'a'", 8, Some(97));
        check("'ü'", 8, Some(0xfc));
        check("'€'", 8, None);
        for text in ["", "-", "0x", "+-1", "a", "1.5", "'", "''", "--1", "0x-1"] {
            check(text, 32, None);
        }
        check("340282366920938463463374607431768211455", 128, Some(-1));
        check("340282366920938463463374607431768211456", 128, None);
    }
}
