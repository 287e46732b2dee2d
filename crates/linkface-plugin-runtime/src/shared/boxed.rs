//! `Box<T>`

use super::Shared;
use crate::describe::{Kind, Member, Type, TypeRef, id};
use core::mem::ManuallyDrop;

/// A box as it crosses: what is in it, and the function of its image that frees it.
#[derive(Debug)]
#[repr(C)]
pub struct WireBox<W> {
    /// Never null.
    pub value: *mut W,
    /// Frees the box, not what its value owns.
    pub free: unsafe extern "C" fn(*mut W),
}

/// # Safety
///
/// `value` was a box of this image, and isn't used again.
unsafe extern "C" fn free<W>(value: *mut W) {
    // SAFETY: by the caller. `ManuallyDrop` for no destructor, which wires don't have anyway.
    drop(unsafe { Box::from_raw(value.cast::<ManuallyDrop<W>>()) });
}

// SAFETY: a `repr(C)` struct; the value is converted as it is described; the box goes back to the
// image that allocated it, by its `free`.
unsafe impl<T: Shared> Shared for Box<T> {
    type Wire = WireBox<T::Wire>;
    const ID: u64 = id(&["Box"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Box,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> Self::Wire {
        WireBox {
            value: Box::into_raw(Box::new((*self).into_wire())),
            free: free::<T::Wire>,
        }
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: the value is taken once, by the caller, and the box freed by its own image.
        unsafe {
            let value = wire.value.read();
            (wire.free)(wire.value);
            Box::new(T::from_wire(value))
        }
    }
}
