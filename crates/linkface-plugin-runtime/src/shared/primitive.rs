//! Numbers, `bool`, `char` and `()`.

use super::{Inline, Shared};
use crate::describe::{Kind, Type, TypeRef, id};

macro_rules! primitives {
    ($($ty:ty),*) => { $(
        // SAFETY: Rust defines the size and the representation of each; the alignment is described.
        #[diagnostic::do_not_recommend]
        unsafe impl Shared for $ty {
            type Wire = Self;
            const ID: u64 = id(&["primitive", stringify!($ty)], &[]);
            const TYPE: TypeRef = TypeRef::new(&Type {
                kind: Kind::Primitive,
                id: Self::ID,
                name: stringify!($ty),
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
        unsafe impl Inline for $ty {}
    )* };
}

primitives!(
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    f32,
    f64,
    bool,
    char,
    ()
);
