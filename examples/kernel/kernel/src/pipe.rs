//! A queue of bytes between two tasks.

use core::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

const SIZE: usize = 32;

pub(crate) struct Pipe {
    bytes: [AtomicU8; SIZE],
    /// How many bytes ever came and went.
    written: AtomicUsize,
    read: AtomicUsize,
    is_closed: AtomicBool,
}

impl Pipe {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [const { AtomicU8::new(0) }; SIZE],
            written: AtomicUsize::new(0),
            read: AtomicUsize::new(0),
            is_closed: AtomicBool::new(false),
        }
    }

    /// Lets other tasks run while there is no room.
    pub(crate) fn write(&self, byte: u8) {
        let written = self.written.load(Ordering::Relaxed);
        while written - self.read.load(Ordering::Acquire) == SIZE {
            sched::yield_now();
        }
        self.bytes[written % SIZE].store(byte, Ordering::Relaxed);
        self.written.store(written + 1, Ordering::Release);
    }

    /// No byte comes any more.
    pub(crate) fn close(&self) {
        self.is_closed.store(true, Ordering::Release);
    }

    /// The bytes until the pipe is closed. Lets other tasks run while there are none.
    pub(crate) fn bytes(&self) -> impl Iterator<Item = u8> {
        core::iter::from_fn(|| {
            let read = self.read.load(Ordering::Relaxed);
            while read == self.written.load(Ordering::Acquire) {
                if self.is_closed.load(Ordering::Acquire) {
                    return None;
                }
                sched::yield_now();
            }
            let byte = self.bytes[read % SIZE].load(Ordering::Relaxed);
            self.read.store(read + 1, Ordering::Release);
            Some(byte)
        })
    }
}
