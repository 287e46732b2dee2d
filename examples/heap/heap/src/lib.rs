//! A façade: the memory that `Box`, `Vec` and `String` live in.
//!
//! The program's `#[global_allocator]` is here, and forwards to an interface: so it has a default,
//! the system's allocator, and a provider takes over by being linked.

use linkface::interface;
use std::alloc::{GlobalAlloc, Layout, System};

/// Gives memory and takes it back.
///
/// It is a trait, not four functions, so that one provider implements all of it: memory from one
/// heap must not be given back to another.
///
/// # Safety
///
/// As for [`GlobalAlloc`]: memory that is given out is as large and as aligned as asked for and is
/// given to nobody else until it is given back. Nothing here unwinds.
#[interface(pub Heap, default = System)]
pub unsafe trait HeapApi {
    /// Memory for `layout`, or null.
    ///
    /// # Safety
    ///
    /// `layout` has a size that is not 0.
    unsafe fn alloc(layout: Layout) -> *mut u8;

    /// Takes memory back.
    ///
    /// # Safety
    ///
    /// `pointer` came from here, for the same `layout`, and was not given back yet.
    unsafe fn dealloc(pointer: *mut u8, layout: Layout);

    /// Memory for `layout`, all 0, or null.
    ///
    /// # Safety
    ///
    /// As for [`alloc`](Self::alloc).
    unsafe fn alloc_zeroed(layout: Layout) -> *mut u8;

    /// Moves memory to where there is room for `size`, or returns null and leaves it.
    ///
    /// # Safety
    ///
    /// As for [`dealloc`](Self::dealloc); `size` is not 0.
    unsafe fn realloc(pointer: *mut u8, layout: Layout, size: usize) -> *mut u8;
}

// SAFETY: the system's allocator keeps the same contract.
unsafe impl HeapApi for System {
    unsafe fn alloc(layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one that is asked for.
        unsafe { GlobalAlloc::alloc(&Self, layout) }
    }
    unsafe fn dealloc(pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { GlobalAlloc::dealloc(&Self, pointer, layout) }
    }
    unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { GlobalAlloc::alloc_zeroed(&Self, layout) }
    }
    unsafe fn realloc(pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        unsafe { GlobalAlloc::realloc(&Self, pointer, layout, size) }
    }
}

/// What `Box` and its kind call.
struct Global;

#[global_allocator]
static GLOBAL: Global = Global;

// SAFETY: whoever implements `HeapApi` promises the same.
unsafe impl GlobalAlloc for Global {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one that is asked for.
        unsafe { Heap::alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { Heap::dealloc(pointer, layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { Heap::alloc_zeroed(layout) }
    }
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        unsafe { Heap::realloc(pointer, layout, size) }
    }
}
