//! `&T`, `&mut T`, `&[T]`, `&mut [T]`, `&str`

use super::{Inline, Shared};
use crate::describe::{Kind, Type, TypeRef, id};
use core::slice;

/// A slice, or a `str`, as it crosses.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct WireSlice<T> {
    /// The first element; dangling, but not null, for none.
    pub start: *const T,
    /// In elements.
    pub len: usize,
}

impl<T> WireSlice<T> {
    /// Of a slice.
    #[must_use]
    pub fn of(slice: &[T]) -> Self {
        Self {
            start: slice.as_ptr(),
            len: slice.len(),
        }
    }

    /// Of a mutable slice.
    #[must_use]
    pub fn of_mut(slice: &mut [T]) -> Self {
        Self {
            start: slice.as_mut_ptr(),
            len: slice.len(),
        }
    }

    /// The slice.
    ///
    /// # Safety
    ///
    /// Made by [`of`](Self::of), of a slice that lives as long.
    #[must_use]
    pub unsafe fn get<'a>(self) -> &'a [T] {
        // SAFETY: by the caller.
        unsafe { slice::from_raw_parts(self.start, self.len) }
    }

    /// The slice.
    ///
    /// # Safety
    ///
    /// Made by [`of_mut`](Self::of_mut), of a slice that lives as long, and used once.
    #[must_use]
    pub unsafe fn get_mut<'a>(self) -> &'a mut [T] {
        // SAFETY: by the caller; the pointer came from a mutable one.
        unsafe { slice::from_raw_parts_mut(self.start.cast_mut(), self.len) }
    }
}

// SAFETY: a pointer to what is described. That it lives and isn't aliased is the reference's own
// promise, which the one who calls `from_wire` hands on.
unsafe impl<T: Inline> Shared for &T {
    type Wire = *const T;
    const ID: u64 = T::REF.get().id;
    const TYPE: TypeRef = T::REF;

    fn into_wire(self) -> *const T {
        self
    }

    unsafe fn from_wire(wire: *const T) -> Self {
        // SAFETY: made of a reference that lives as long, by the caller.
        unsafe { &*wire }
    }
}

// SAFETY: as for `&T`.
unsafe impl<T: Inline> Shared for &mut T {
    type Wire = *mut T;
    const ID: u64 = T::REF_MUT.get().id;
    const TYPE: TypeRef = T::REF_MUT;

    fn into_wire(self) -> *mut T {
        self
    }

    unsafe fn from_wire(wire: *mut T) -> Self {
        // SAFETY: made of a reference that lives as long, by the caller.
        unsafe { &mut *wire }
    }
}

// SAFETY: as for `&T`; a length of elements, which stand one behind the other.
unsafe impl<T: Inline> Shared for &[T] {
    type Wire = WireSlice<T>;
    const ID: u64 = T::SLICE.get().id;
    const TYPE: TypeRef = T::SLICE;

    fn into_wire(self) -> WireSlice<T> {
        WireSlice::of(self)
    }

    unsafe fn from_wire(wire: WireSlice<T>) -> Self {
        // SAFETY: by the caller.
        unsafe { wire.get() }
    }
}

// SAFETY: as for `&[T]`.
unsafe impl<T: Inline> Shared for &mut [T] {
    type Wire = WireSlice<T>;
    const ID: u64 = T::SLICE_MUT.get().id;
    const TYPE: TypeRef = T::SLICE_MUT;

    fn into_wire(self) -> WireSlice<T> {
        WireSlice::of_mut(self)
    }

    unsafe fn from_wire(wire: WireSlice<T>) -> Self {
        // SAFETY: by the caller.
        unsafe { wire.get_mut() }
    }
}

// SAFETY: bytes, UTF-8 on either side.
unsafe impl Shared for &str {
    type Wire = WireSlice<u8>;
    const ID: u64 = id(&["&str"], &[]);
    const TYPE: TypeRef = TypeRef::new(&const { Type::converted(Kind::Str, Self::ID, &[]) });

    fn into_wire(self) -> WireSlice<u8> {
        self.as_bytes().into_wire()
    }

    unsafe fn from_wire(wire: WireSlice<u8>) -> Self {
        // SAFETY: made of a `&str` that lives as long, by the caller.
        unsafe { core::str::from_utf8_unchecked(<&[u8]>::from_wire(wire)) }
    }
}
