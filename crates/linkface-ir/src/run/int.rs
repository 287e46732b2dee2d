//! Whole numbers of 1 to 128 bits, each bit of which may be `undef`.

use std::fmt;

/// The widest integer that is run.
pub const WIDEST: u32 = 128;

/// A whole number. Bits that are `undef` are zero in its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Int {
    width: u32,
    bits: u128,
    undef: u128,
}

/// The lowest `width` bits.
#[must_use]
pub(crate) fn mask(width: u32) -> u128 {
    if width >= WIDEST {
        u128::MAX
    } else {
        (1 << width) - 1
    }
}

impl Int {
    /// The lowest `width` bits of `bits`.
    #[must_use]
    pub fn new(width: u32, bits: u128) -> Self {
        Self {
            width,
            bits: bits & mask(width),
            undef: 0,
        }
    }

    /// The lowest `width` bits of a number with a sign.
    #[must_use]
    pub fn signed(width: u32, value: i128) -> Self {
        Self::new(width, value.cast_unsigned())
    }

    /// `true` or `false`: an `i1`.
    #[must_use]
    pub fn bool(value: bool) -> Self {
        Self::new(1, u128::from(value))
    }

    /// All bits `undef`.
    #[must_use]
    pub fn undef(width: u32) -> Self {
        Self::with_undef(width, 0, u128::MAX)
    }

    /// With those bits `undef` that are set in `undef`.
    #[must_use]
    pub fn with_undef(width: u32, bits: u128, undef: u128) -> Self {
        let undef = undef & mask(width);
        Self {
            width,
            bits: bits & mask(width) & !undef,
            undef,
        }
    }

    /// How many bits it has.
    #[must_use]
    pub fn width(self) -> u32 {
        self.width
    }

    /// Its value without a sign; `undef` bits are zero.
    #[must_use]
    pub fn bits(self) -> u128 {
        self.bits
    }

    /// Which bits are `undef`.
    #[must_use]
    pub fn undef_bits(self) -> u128 {
        self.undef
    }

    /// Whether every bit is known.
    #[must_use]
    pub fn is_defined(self) -> bool {
        self.undef == 0
    }

    /// Its value with a sign (two's complement); `undef` bits are zero.
    #[must_use]
    pub fn value(self) -> i128 {
        sign_extend(self.bits, self.width).cast_signed()
    }

    /// The least value with a sign.
    #[must_use]
    pub(crate) fn min(width: u32) -> i128 {
        sign_extend(1 << width.clamp(1, WIDEST).saturating_sub(1), width).cast_signed()
    }

    /// The greatest value with a sign.
    #[must_use]
    pub(crate) fn max(width: u32) -> i128 {
        (mask(width) >> 1).cast_signed()
    }

    /// With other bits, all known.
    #[must_use]
    pub(crate) fn of(self, bits: u128) -> Self {
        Self::new(self.width, bits)
    }

    /// As many bits, all `undef`.
    #[must_use]
    pub(crate) fn unknown(self) -> Self {
        Self::undef(self.width)
    }

    /// More bits, zero; or fewer, the lowest.
    #[must_use]
    pub(crate) fn resize(self, width: u32) -> Self {
        Self::with_undef(width, self.bits, self.undef)
    }

    /// More bits, each the same as the highest.
    #[must_use]
    pub(crate) fn sext(self, width: u32) -> Self {
        Self::with_undef(
            width,
            sign_extend(self.bits, self.width),
            sign_extend(self.undef, self.width),
        )
    }

    /// With zero for what is `undef`.
    #[must_use]
    pub(crate) fn freeze(self) -> Self {
        self.of(self.bits)
    }
}

/// The highest of `width` bits, copied into all above it.
fn sign_extend(bits: u128, width: u32) -> u128 {
    let shift = WIDEST - width.clamp(1, WIDEST);
    ((bits << shift).cast_signed() >> shift).cast_unsigned()
}

/// As LLVM writes it: with a sign; `true` and `false` for `i1`; `undef`. If only some bits are
/// `undef`, in base 2 with `?` for them.
impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.undef, self.width) {
            (0, 1) => write!(f, "{}", self.bits == 1),
            (0, _) => write!(f, "{}", self.value()),
            (undef, width) if undef == mask(width) => f.write_str("undef"),
            _ => {
                f.write_str("0b")?;
                (0..self.width).rev().try_for_each(|bit| {
                    f.write_str(match (self.undef >> bit & 1, self.bits >> bit & 1) {
                        (1, _) => "?",
                        (_, 1) => "1",
                        _ => "0",
                    })
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_extended_from_the_highest_bit() {
        assert_eq!(Int::new(8, 0xff).value(), -1);
        assert_eq!(Int::new(8, 0x7f).value(), 127);
        assert_eq!(Int::new(1, 1).value(), -1);
        assert_eq!(Int::new(128, u128::MAX).value(), -1);
        assert_eq!(Int::new(24, 0x80_0000).value(), -0x80_0000);
        assert_eq!(Int::new(8, 0x80).sext(16).bits(), 0xff80);
    }

    #[test]
    fn bounds_are_those_of_twos_complement() {
        assert_eq!((Int::min(8), Int::max(8)), (-128, 127));
        assert_eq!((Int::min(1), Int::max(1)), (-1, 0));
        assert_eq!((Int::min(128), Int::max(128)), (i128::MIN, i128::MAX));
    }

    #[test]
    fn undef_bits_have_no_value() {
        let half = Int::with_undef(8, 0xff, 0x0f);
        assert_eq!(half.bits(), 0xf0);
        assert!(!half.is_defined());
        assert_eq!(half.freeze(), Int::new(8, 0xf0));
        assert_eq!(half.resize(4), Int::undef(4));
        assert_eq!(half.to_string(), "0b1111????");
        assert_eq!(Int::undef(8).to_string(), "undef");
    }

    #[test]
    fn numbers_are_written_as_llvm_does() {
        assert_eq!(Int::new(8, 0xff).to_string(), "-1");
        assert_eq!(Int::bool(true).to_string(), "true");
        assert_eq!(Int::bool(false).to_string(), "false");
    }
}
