//! The types that can overflow.

use crate::Operation;

/// A primitive integer.
pub trait Integer: Copy {
    #[doc(hidden)]
    fn overflowing(self, operation: Operation, other: Self) -> (Self, bool);
    #[doc(hidden)]
    #[must_use]
    fn saturating(self, operation: Operation, other: Self) -> Self;
}

macro_rules! integers {
    ($($type:ident)+) => { $(
        impl Integer for $type {
            fn overflowing(self, operation: Operation, other: Self) -> (Self, bool) {
                match operation {
                    Operation::Add => self.overflowing_add(other),
                    Operation::Sub => self.overflowing_sub(other),
                    Operation::Mul => self.overflowing_mul(other),
                }
            }

            fn saturating(self, operation: Operation, other: Self) -> Self {
                match operation {
                    Operation::Add => self.saturating_add(other),
                    Operation::Sub => self.saturating_sub(other),
                    Operation::Mul => self.saturating_mul(other),
                }
            }
        }
    )+ };
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
