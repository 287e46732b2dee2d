//! An allocator that marks its blocks, counts them, and ends the program if it is to free what isn't
//! its own: what any other does in silence, and later.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

const MARK: u64 = 0x5357_4F52_4D5F_4F4B;

static BLOCKS: AtomicUsize = AtomicUsize::new(0);

/// How many blocks there are at present.
pub(crate) fn blocks() -> usize {
    BLOCKS.load(Ordering::Relaxed)
}

pub(crate) struct Marking;

/// The same with room for the mark in front, and how much that is.
fn marked(layout: Layout) -> Option<(Layout, usize)> {
    let room = layout.align().max(16);
    let size = layout.size().checked_add(room)?;
    Some((Layout::from_size_align(size, room).ok()?, room))
}

// SAFETY: blocks come from the system's allocator, with room in front that is a multiple of their
// alignment.
unsafe impl GlobalAlloc for Marking {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some((layout, room)) = marked(layout) else {
            return std::ptr::null_mut();
        };
        // SAFETY: `room` isn't 0.
        let start = unsafe { System.alloc(layout) };
        if start.is_null() {
            return start;
        }
        BLOCKS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the block has `room` bytes, at least 16, and then what was asked for.
        unsafe {
            let block = start.add(room);
            block.cast::<u64>().sub(1).write(MARK);
            block
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: a block of ours has its mark there. Another's has something else there, most likely
        // the size that its allocator noted: this is a test of just that.
        let is_ours = unsafe { block.cast::<u64>().sub(1).read() } == MARK;
        let (true, Some((layout, room))) = (is_ours, marked(layout)) else {
            eprintln!("the storm's allocator was given a block that isn't its own");
            std::process::exit(1);
        };
        BLOCKS.fetch_sub(1, Ordering::Relaxed);
        // SAFETY: as it was allocated. The mark goes, so that it is freed once.
        unsafe {
            block.cast::<u64>().sub(1).write(0);
            System.dealloc(block.sub(room), layout);
        }
    }
}
