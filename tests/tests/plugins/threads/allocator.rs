// A global allocator that ends the program when it is given what another one allocated, and knows
// how much is allocated.

use super::MARK;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

struct Marked;

static LIVE: AtomicIsize = AtomicIsize::new(0);

#[global_allocator]
static ALLOCATOR: Marked = Marked;

/// How many allocations there are.
pub fn live() -> isize {
    LIVE.load(Ordering::Relaxed)
}

/// With room in front, for the mark.
fn marked(layout: Layout) -> (Layout, usize) {
    let front = layout.align().max(16);
    let size = layout.size() + front;
    (Layout::from_size_align(size, layout.align().max(16)).unwrap(), front)
}

// SAFETY: the system's allocator, with a mark in front of each allocation.
unsafe impl GlobalAlloc for Marked {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let (layout, front) = marked(layout);
        // SAFETY: by the caller; there's room in front.
        unsafe {
            let start = System.alloc(layout);
            if start.is_null() {
                return start;
            }
            LIVE.fetch_add(1, Ordering::Relaxed);
            start.cast::<u64>().write(MARK);
            start.add(front)
        }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        let (layout, front) = marked(layout);
        // SAFETY: `alloc` made it, or whoever frees it here is wrong: that is what this looks for.
        unsafe {
            let start = start.sub(front);
            if start.cast::<u64>().read() != MARK {
                std::process::abort();
            }
            LIVE.fetch_sub(1, Ordering::Relaxed);
            start.cast::<u64>().write(0);
            System.dealloc(start, layout);
        }
    }
}
