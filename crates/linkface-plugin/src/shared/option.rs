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

// SAFETY: a `repr(C)` struct; the value is converted as it is described.
unsafe impl<T: Shared> Shared for Option<T> {
    type Wire = WireOption<T::Wire>;
    const ID: u64 = id(&["Option"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Option,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> Self::Wire {
        match self {
            Some(value) => WireOption {
                is_some: 1,
                value: MaybeUninit::new(value.into_wire()),
            },
            None => WireOption {
                is_some: 0,
                value: MaybeUninit::uninit(),
            },
        }
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: made by `into_wire`, by the caller, so that there's a value if it says so.
        (wire.is_some != 0).then(|| unsafe { T::from_wire(wire.value.assume_init()) })
    }
}
