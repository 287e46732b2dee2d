//! `Vec<T>`

use super::Shared;
use crate::describe::{Kind, Member, Type, TypeRef, id};
use core::ptr;

/// A vector as it crosses: the buffer, and the function of its image that frees it.
#[derive(Debug)]
#[repr(C)]
pub struct WireVec<W> {
    /// The first element; dangling for none.
    pub start: *mut W,
    /// In elements.
    pub len: usize,
    /// In elements.
    pub capacity: usize,
    /// Frees the buffer, not what its elements own.
    pub free: unsafe extern "C" fn(*mut W, usize),
}

impl<W> WireVec<W> {
    /// Hands the buffer over.
    pub(crate) fn new(vec: Vec<W>) -> Self {
        let mut vec = core::mem::ManuallyDrop::new(vec);
        Self {
            start: vec.as_mut_ptr(),
            len: vec.len(),
            capacity: vec.capacity(),
            free: free::<W>,
        }
    }
}

/// # Safety
///
/// `start` and `capacity` are those of a vector that this image made, which is not used again.
unsafe extern "C" fn free<W>(start: *mut W, capacity: usize) {
    // SAFETY: by the caller. Wires have no destructors, so that it's enough to free the buffer.
    drop(unsafe { Vec::from_raw_parts(start, 0, capacity) });
}

// SAFETY: a `repr(C)` struct; elements are converted as they are described; the buffer goes back to
// the image that allocated it, by its `free`.
unsafe impl<T: Shared> Shared for Vec<T> {
    type Wire = WireVec<T::Wire>;
    const ID: u64 = id(&["Vec"], &[T::ID]);
    const TYPE: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Vec,
                Self::ID,
                &const { [Member::nameless(0, T::TYPE)] },
            )
        },
    );

    fn into_wire(self) -> Self::Wire {
        WireVec::new(self.into_iter().map(T::into_wire).collect())
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        if T::INLINE
            && core::ptr::fn_addr_eq(wire.free, free::<T::Wire> as unsafe extern "C" fn(_, _))
        {
            // This very image's `free` would free it: the buffer is of this image's allocator, with the
            // layout of a `Vec<T>`, as `T::Wire` is `T`. (What compilers merge into one function does
            // the same.)
            // SAFETY: by the above; its `len` elements are there and nobody else's, by the caller.
            return unsafe { Vec::from_raw_parts(wire.start.cast::<T>(), wire.len, wire.capacity) };
        }
        let mut vec = Vec::with_capacity(wire.len);
        if T::INLINE {
            // SAFETY: `len` elements stand there, by the caller, and there is room for them here.
            // `T::Wire` is `T`, which has no destructor.
            unsafe {
                ptr::copy_nonoverlapping(wire.start.cast::<T>(), vec.as_mut_ptr(), wire.len);
                vec.set_len(wire.len);
            }
        } else {
            vec.extend((0..wire.len).map(|n| {
                // SAFETY: each of the `len` elements is read once, by the caller.
                unsafe { T::from_wire(wire.start.add(n).read()) }
            }));
        }
        // SAFETY: the other image's own function, for its own buffer, whose elements were taken.
        unsafe { (wire.free)(wire.start, wire.capacity) };
        vec
    }
}
