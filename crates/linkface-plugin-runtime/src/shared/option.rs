//! `Option<T>`

use super::Shared;
use crate::describe::{Kind, Member, Type, TypeRef, id};
use core::mem::MaybeUninit;

/// An option as it crosses.
#[derive(Debug)]
#[repr(C)]
pub struct WireOption<W> {
    /// 1 for `Some`, 0 for `None`.
    pub is_some: u8,
    /// There if `is_some`.
    pub value: MaybeUninit<W>,
}

impl<W> WireOption<W> {
    pub(crate) fn new(value: Option<W>) -> Self {
        Self {
            is_some: u8::from(value.is_some()),
            value: value.map_or_else(MaybeUninit::uninit, MaybeUninit::new),
        }
    }

    /// # Safety
    ///
    /// Made by `new`, of this image or another.
    pub(crate) unsafe fn get(self) -> Option<W> {
        // SAFETY: there's a value if it says so.
        (self.is_some != 0).then(|| unsafe { self.value.assume_init() })
    }
}

/// The `Type::id` of an option.
#[must_use]
pub const fn option_id(value: u64) -> u64 {
    id(&["Option"], &[value])
}

/// What describes an option.
#[must_use]
pub const fn option(id: u64, members: &'static [Member]) -> Type {
    Type::converted(Kind::Option, id, members)
}

// SAFETY: a `repr(C)` struct; the value is converted as it is described.
unsafe impl<T: Shared> Shared for Option<T> {
    type Wire = WireOption<T::Wire>;
    const ID: u64 = option_id(T::ID);
    const TYPE: TypeRef =
        TypeRef::new(&const { option(Self::ID, &const { [Member::nameless(0, T::TYPE)] }) });

    fn into_wire(self) -> Self::Wire {
        WireOption::new(self.map(T::into_wire))
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: made by `into_wire`, by the caller.
        unsafe { wire.get().map(|value| T::from_wire(value)) }
    }
}
