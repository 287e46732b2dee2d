//! How a slot learns that threads override it: see `slot.rs`, whose second compilation has this file
//! with it.
//!
//! While one thread does, `current` is the dispatcher, for all of them. Threads that begin and end take
//! turns by a lock: an end may take the dispatcher away only if nobody has begun in between.

use super::slot::Slot;
use super::sync::{Mutex, MutexGuard, Ordering, PoisonError};

/// How many overrides of one slot there are, on all threads.
pub(super) struct Overriding {
    pub(super) count: Mutex<usize>,
}

impl Overriding {
    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until whoever begins or ends just now is done.
    pub(super) fn wait(&self) {
        drop(self.count());
    }
}

impl Slot {
    /// From here on `current` is the dispatcher, until as many have ended as began.
    pub(super) fn begin_overriding(&self) {
        let mut count = self.overriding.count();
        *count += 1;
        if *count == 1 {
            let dispatcher = self.dispatcher.load(Ordering::Relaxed);
            self.current.swap(dispatcher, Ordering::AcqRel);
        }
    }

    pub(super) fn end_overriding(&self) {
        let mut count = self.overriding.count();
        *count -= 1;
        if *count == 0 {
            self.current.swap(self.beneath(), Ordering::AcqRel);
        }
    }
}
