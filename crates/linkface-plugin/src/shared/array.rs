//! `[T; N]`

use super::{Inline, Shared};
use crate::describe::{Kind, Member, Type, TypeRef, id};

// SAFETY: an array's elements stand one behind the other (Reference, "Array layout").
unsafe impl<T: Inline, const N: usize> Shared for [T; N] {
    type Wire = Self;
    const ID: u64 = id(&["array"], &[T::ID, N as u64]);
    const TYPE: TypeRef = TypeRef::new(&Type {
        kind: Kind::Array,
        id: Self::ID,
        name: "",
        flags: 0,
        number: N as u64,
        size: size_of::<Self>() as u64,
        align: align_of::<Self>() as u64,
        members: &[Member::nameless(0, T::TYPE)],
    });
    const INLINE: bool = true;

    fn into_wire(self) -> Self {
        self
    }

    unsafe fn from_wire(wire: Self) -> Self {
        wire
    }
}

// SAFETY: as its elements are.
unsafe impl<T: Inline, const N: usize> Inline for [T; N] {}
