//! `Result<T, E>`

use super::Shared;
use crate::describe::{Kind, Member, Type, TypeRef, id};
use core::fmt;
use core::mem::ManuallyDrop;

/// A result as it crosses.
#[repr(C)]
pub struct WireResult<T, E> {
    /// 1 for `Ok`, 0 for `Err`.
    pub is_ok: u8,
    /// Which of the two `is_ok` says.
    pub value: ResultValue<T, E>,
}

/// What is in a [`WireResult`].
#[repr(C)]
pub union ResultValue<T, E> {
    /// Of an `Ok`.
    pub ok: ManuallyDrop<T>,
    /// Of an `Err`.
    pub err: ManuallyDrop<E>,
}

impl<T, E> fmt::Debug for WireResult<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WireResult")
            .field("is_ok", &self.is_ok)
            .finish_non_exhaustive()
    }
}

impl<T, E> fmt::Debug for ResultValue<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResultValue").finish_non_exhaustive()
    }
}

// SAFETY: a `repr(C)` struct and union; the value is converted as it is described.
unsafe impl<T: Shared, E: Shared> Shared for Result<T, E> {
    type Wire = WireResult<T::Wire, E::Wire>;
    const ID: u64 = id(&["Result"], &[T::ID, E::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Result,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE), Member::nameless(1, E::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> Self::Wire {
        match self {
            Ok(value) => WireResult {
                is_ok: 1,
                value: ResultValue {
                    ok: ManuallyDrop::new(value.into_wire()),
                },
            },
            Err(error) => WireResult {
                is_ok: 0,
                value: ResultValue {
                    err: ManuallyDrop::new(error.into_wire()),
                },
            },
        }
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: made by `into_wire`, by the caller, so that the value is what `is_ok` says.
        unsafe {
            if wire.is_ok == 0 {
                Err(E::from_wire(ManuallyDrop::into_inner(wire.value.err)))
            } else {
                Ok(T::from_wire(ManuallyDrop::into_inner(wire.value.ok)))
            }
        }
    }
}
