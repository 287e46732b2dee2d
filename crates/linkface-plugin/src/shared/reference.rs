//! `&T`, `&mut T`, `&[T]`, `&mut [T]`, `&str`

use super::{Inline, Shared};
use crate::describe::{Kind, Member, Type, TypeRef, id};
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

// SAFETY: a pointer to what is described. That it lives and isn't aliased is the reference's own
// promise, which the one who calls `from_wire` hands on.
unsafe impl<T: Inline> Shared for &T {
    type Wire = *const T;
    const ID: u64 = id(&["&"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Ref,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

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
    const ID: u64 = id(&["&mut"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::RefMut,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

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
    const ID: u64 = id(&["&[]"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Slice,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> WireSlice<T> {
        WireSlice {
            start: self.as_ptr(),
            len: self.len(),
        }
    }

    unsafe fn from_wire(wire: WireSlice<T>) -> Self {
        // SAFETY: made of a slice that lives as long, by the caller.
        unsafe { slice::from_raw_parts(wire.start, wire.len) }
    }
}

// SAFETY: as for `&[T]`.
unsafe impl<T: Inline> Shared for &mut [T] {
    type Wire = WireSlice<T>;
    const ID: u64 = id(&["&mut []"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::SliceMut,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> WireSlice<T> {
        WireSlice {
            start: self.as_mut_ptr(),
            len: self.len(),
        }
    }

    unsafe fn from_wire(wire: WireSlice<T>) -> Self {
        // SAFETY: made of a `&mut` slice, by its mutable pointer, that lives as long, by the caller.
        unsafe { slice::from_raw_parts_mut(wire.start.cast_mut(), wire.len) }
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
