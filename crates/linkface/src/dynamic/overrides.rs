//! How a slot learns that threads override it: see `slot.rs`, whose second compilation has this file
//! with it.
//!
//! While one thread does, `current` is the dispatcher, for all of them. Threads that begin and end take
//! turns by a lock: an end may take the dispatcher away only if nobody has begun in between. Calls,
//! installations and replacements don't wait for it.

use super::slot::Slot;
use super::sync::{Mutex, Ordering, PoisonError};

/// How many overrides of one slot there are, on all threads.
pub(super) struct Overriding {
    pub(super) count: Mutex<usize>,
}

impl Overriding {
    /// From here on `slot` leads to its dispatcher, until as many have ended as began.
    pub(super) fn begin(&self, slot: &Slot) {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        if *count == 1 {
            let dispatcher = slot.dispatcher.load(Ordering::Relaxed);
            slot.current.store(dispatcher, Ordering::Release);
        }
    }

    pub(super) fn end(&self, slot: &Slot) {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count -= 1;
        if *count == 0 {
            slot.current.store(slot.beneath(), Ordering::Release);
            slot.settle();
        }
    }
}
