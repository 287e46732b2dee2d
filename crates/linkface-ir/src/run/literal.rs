//! Numbers as LLVM writes them
//! ([LangRef, Simple Constants](https://llvm.org/docs/LangRef.html#simple-constants)).

use super::int::Int;
use crate::model::ty::Float;

/// A whole number: `42`, `-1`, `u0xff`, `s0xff`.
pub(crate) fn whole(text: &str) -> Option<u128> {
    if let Some(digits) = text.strip_prefix("u0x") {
        return u128::from_str_radix(digits, 16).ok();
    }
    if let Some(digits) = text.strip_prefix("s0x") {
        let bits = u128::from_str_radix(digits, 16).ok()?;
        let width = u32::try_from(digits.len()).ok()?.checked_mul(4)?;
        return Some(Int::new(width, bits).sext(128).bits());
    }
    match text.strip_prefix('-') {
        Some(digits) => digits.parse::<u128>().ok().map(u128::wrapping_neg),
        None => text.parse().ok(),
    }
}

/// The bits of a number of this type: `1.5e0`, or hexadecimal. Without a letter after `0x` those are
/// the bits of a `double`, whatever the type is
/// ([LangRef, Simple Constants](https://llvm.org/docs/LangRef.html#simple-constants)).
pub(crate) fn float(text: &str, kind: Float) -> Option<u128> {
    let hex = |digits| u128::from_str_radix(digits, 16).ok();
    if let Some(digits) = text.strip_prefix("f0x") {
        return hex(digits);
    }
    let Some(digits) = text.strip_prefix("0x") else {
        let number: f64 = text.parse().ok()?;
        return narrow(number, kind);
    };
    match digits.chars().next()? {
        'K' | 'H' | 'R' => hex(&digits[1..]),
        'L' | 'M' => {
            // The lower half is written first.
            let (low, high) = (digits.get(1..17)?, digits.get(17..33)?);
            Some(hex(high)? << 64 | hex(low)?)
        }
        _ => {
            let bits = u64::from_str_radix(digits, 16).ok()?;
            narrow(f64::from_bits(bits), kind)
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "LLVM writes a `float` as the `double` that it is exactly"
)]
fn narrow(number: f64, kind: Float) -> Option<u128> {
    match kind {
        Float::Float if number.is_nan() => {
            // The payload is kept: `as` need not do that.
            let bits = number.to_bits();
            let sign = (bits >> 63 << 31) as u32;
            let payload = (bits >> 29) as u32 & 0x7f_ffff;
            Some(u128::from(sign | 0x7f80_0000 | payload))
        }
        Float::Float => Some(u128::from((number as f32).to_bits())),
        Float::Double => Some(u128::from(number.to_bits())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read() {
        assert_eq!(whole("42"), Some(42));
        assert_eq!(whole("-1"), Some(u128::MAX));
        assert_eq!(whole("u0xff"), Some(255));
        assert_eq!(whole("s0xff"), Some(u128::MAX));
        assert_eq!(whole("x"), None);
        assert_eq!(whole("-"), None);
        assert_eq!(whole("s0x"), None);
    }

    #[test]
    fn floats_are_read() {
        let double = |text| float(text, Float::Double);
        assert_eq!(double("1.5e0"), Some(1.5f64.to_bits().into()));
        assert_eq!(double("0x7FF8000000000000"), Some(0x7ff8_0000_0000_0000));
        let single = |text| float(text, Float::Float);
        assert_eq!(single("0x3FF0000000000000"), Some(1f32.to_bits().into()));
        assert_eq!(single("0x7FF8000000000000"), Some(0x7fc0_0000));
        assert_eq!(single("0xFFF0000000000000"), Some(0xff80_0000));
        assert_eq!(float("0xH3C00", Float::Half), Some(0x3c00));
        assert_eq!(double("0x"), None);
        assert_eq!(double("0xü"), None);
    }
}
