//! A provider: Microsoft's mimalloc.

use heap::HeapApi;
use linkface::implement;
use mimalloc::MiMalloc;
use std::alloc::{GlobalAlloc, Layout};

/// Implements [`HeapApi`].
struct Mimalloc;

// SAFETY: `MiMalloc` is a `GlobalAlloc`, which promises the same.
#[implement]
unsafe impl HeapApi for Mimalloc {
    unsafe fn alloc(layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is the one that is asked for.
        unsafe { MiMalloc.alloc(layout) }
    }
    unsafe fn dealloc(pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { MiMalloc.dealloc(pointer, layout) }
    }
    unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { MiMalloc.alloc_zeroed(layout) }
    }
    unsafe fn realloc(pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above.
        unsafe { MiMalloc.realloc(pointer, layout, size) }
    }
}
