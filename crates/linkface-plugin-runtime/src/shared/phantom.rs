//! `PhantomData<T>`

use super::{Inline, Shared};
use crate::describe::{Kind, Member, Type, TypeRef, id};
use core::marker::PhantomData;

// SAFETY: of size 0 and alignment 1 (documentation of `PhantomData`, "Layout"). What it stands for is
// described, since `Id<Player>` isn't `Id<Level>`.
unsafe impl<T: Shared> Shared for PhantomData<T> {
    type Wire = Self;
    const ID: u64 = id(&["PhantomData"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type {
                kind: Kind::Struct,
                id: Self::ID,
                name: "PhantomData",
                flags: 0,
                number: 0,
                size: 0,
                align: 1,
                members: &const { [Member::nameless(0, T::TYPE)] },
            }
        },
    );
    const INLINE: bool = true;

    fn into_wire(self) -> Self {
        self
    }

    unsafe fn from_wire(wire: Self) -> Self {
        wire
    }
}

#[diagnostic::do_not_recommend]
// SAFETY: as above.
unsafe impl<T: Shared> Inline for PhantomData<T> {}
