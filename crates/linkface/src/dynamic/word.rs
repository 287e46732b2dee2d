//! Pointers without their types, and back.

/// A pointer with its type or without.
#[repr(C)]
union Word<V: Copy> {
    value: V,
    address: *mut (),
}

/// A function pointer or a reference without its type.
pub(super) const fn address_of<V: Copy>(value: V) -> *mut () {
    const { assert!(size_of::<V>() == size_of::<*mut ()>()) }
    // SAFETY: both fields have one size, and a raw pointer may be anything.
    unsafe { Word { value }.address }
}

/// And back.
///
/// # Safety
///
/// `address` was made by [`address_of`] of a `V`, or is otherwise a valid one.
#[inline]
pub(super) unsafe fn value_of<V: Copy>(address: *mut ()) -> V {
    const { assert!(size_of::<V>() == size_of::<*mut ()>()) }
    // SAFETY: both fields have one size, and the caller vouches for the value.
    unsafe { Word { address }.value }
}
