//! `[T; N]`

use super::{Inline, Shared};
use crate::describe::{Kind, Member, Type, TypeRef, id};

// SAFETY: an array's elements stand one behind the other (Reference, "Array layout"), and so do their
// wires. Its layout is described if that of its elements is.
unsafe impl<T: Shared, const N: usize> Shared for [T; N] {
    type Wire = [T::Wire; N];
    const ID: u64 = id(&["array"], &[T::ID, N as u64]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            let members = &const { [Member::nameless(0, T::TYPE)] };
            let mut ty = Type::converted(Kind::Array, Self::ID, members);
            ty.number = N as u64;
            if T::INLINE {
                ty.size = size_of::<Self>() as u64;
                ty.align = align_of::<Self>() as u64;
            }
            ty
        },
    );
    const INLINE: bool = T::INLINE;

    fn into_wire(self) -> Self::Wire {
        self.map(T::into_wire)
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: each by the caller.
        wire.map(|wire| unsafe { T::from_wire(wire) })
    }
}

// SAFETY: as its elements are.
#[diagnostic::do_not_recommend]
unsafe impl<T: Inline, const N: usize> Inline for [T; N] {}
