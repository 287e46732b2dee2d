//! What is made of numbers: `NonZero`, `Ordering`, ranges.

use super::{Inline, Shared, via::via};
use crate::describe::{Kind, Type, TypeRef, id};
use core::cmp::Ordering;
use core::num::NonZero;
use core::ops::{Range, RangeFrom, RangeInclusive, RangeTo};

macro_rules! non_zero {
    ($($ty:ty),*) => { $(
        // SAFETY: "guaranteed to have the same layout and bit validity as `T` with the exception that
        // the all-zero bit pattern is invalid" (documentation of `NonZero`), on either side.
        #[diagnostic::do_not_recommend]
        unsafe impl Shared for NonZero<$ty> {
            type Wire = Self;
            const ID: u64 = id(&["NonZero", stringify!($ty)], &[]);
            const TYPE: TypeRef = TypeRef::new(&Type {
                kind: Kind::Primitive,
                id: Self::ID,
                name: concat!("NonZero<", stringify!($ty), ">"),
                flags: 0,
                number: 0,
                size: size_of::<$ty>() as u64,
                align: align_of::<$ty>() as u64,
                members: &[],
            });
            const INLINE: bool = true;
            fn into_wire(self) -> Self {
                self
            }
            unsafe fn from_wire(wire: Self) -> Self {
                wire
            }
        }
        // SAFETY: as above.
        #[diagnostic::do_not_recommend]
        unsafe impl Inline for NonZero<$ty> {}
    )* };
}

non_zero!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize
);

via! {
    impl [] Ordering = "Ordering", as i8 {
        into: |ordering| ordering as i8,
        from: |ordering| ordering.cmp(&0),
    }
    impl [T: Shared] Range<T> = "Range", as (T, T) {
        into: |range| (range.start, range.end),
        from: |(start, end)| start..end,
    }
    // One that has been iterated over is as `into_inner` says.
    impl [T: Shared] RangeInclusive<T> = "RangeInclusive", as (T, T) {
        into: RangeInclusive::into_inner,
        from: |(start, end)| start..=end,
    }
    impl [T: Shared] RangeFrom<T> = "RangeFrom", as (T,) {
        into: |range| (range.start,),
        from: |(start,)| start..,
    }
    impl [T: Shared] RangeTo<T> = "RangeTo", as (T,) {
        into: |range| (range.end,),
        from: |(end,)| ..end,
    }
}
