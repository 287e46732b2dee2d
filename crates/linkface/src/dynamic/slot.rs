//! Which pointer a call finds, whatever several threads do.
//!
//! Two words change, and everybody who changes one does the same: *write what is to be, then settle*.
//!
//! * `installed` says what is to be: null, until somebody has put a pointer there, which makes them the
//!   one who may replace it.
//! * `current` is what a call reads, and nothing else. It follows: it is the installed pointer, or the
//!   initial one while there is none, or the dispatcher while some thread overrides.
//!
//! Nobody waits for anybody: whoever finds that `current` lags behind puts it right, also for others. So
//! all of this may run in an interrupt handler.
//!
//! This file is compiled a second time by `tests/tests/slot.rs`, where a model checker runs it in every
//! order that the memory model allows.

use super::sync::{AtomicPtr, Ordering, fence};

/// Where calls of one item go.
pub(super) struct Slot {
    /// What a call calls.
    pub(super) current: AtomicPtr<()>,
    /// What was installed, or null.
    pub(super) installed: AtomicPtr<()>,
    /// The linked implementation, or the default. Never written (an atomic can stand in a `static`
    /// without `unsafe`, and a raw pointer cannot).
    pub(super) initial: AtomicPtr<()>,
    /// What asks the thread for its own implementation; null if there is none. Never written.
    pub(super) dispatcher: AtomicPtr<()>,
}

impl Slot {
    /// What a call calls. Whatever was done before that was installed, is seen by who gets it here.
    #[inline]
    pub(super) fn current(&self) -> *mut () {
        self.current.load(Ordering::Acquire)
    }

    /// What a call calls, if its thread doesn't override it.
    pub(super) fn beneath(&self) -> *mut () {
        let installed = self.installed.load(Ordering::Acquire);
        if installed.is_null() {
            self.initial.load(Ordering::Relaxed)
        } else {
            installed
        }
    }

    pub(super) fn is_installed(&self) -> bool {
        !self.installed.load(Ordering::Acquire).is_null()
    }

    /// Puts `pointer` in place, if nobody has put one. Whatever the answer, calls that begin after it
    /// find an installed pointer.
    pub(super) fn install(&self, pointer: *mut ()) -> bool {
        let first = self
            .installed
            .compare_exchange(
                core::ptr::null_mut(),
                pointer,
                Ordering::AcqRel,
                Ordering::Acquire,
            )
            .is_ok();
        self.settle();
        first
    }

    /// Puts `pointer` in the place of the installed one, which it returns. For the one who installed.
    pub(super) fn replace(&self, pointer: *mut ()) -> *mut () {
        let before = self.installed.swap(pointer, Ordering::AcqRel);
        self.settle();
        before
    }

    /// Lets `current` follow.
    pub(super) fn settle(&self) {
        let dispatcher = self.dispatcher.load(Ordering::Relaxed);
        loop {
            // Between what the caller wrote and what is read here: of two who settle at once, at least
            // one sees what the other wrote. (An end of overriding writes `current` and reads
            // `installed`, an installation the other way round.)
            fence(Ordering::SeqCst);
            let current = self.current.load(Ordering::Acquire);
            // The dispatcher reads `installed` itself, and whoever takes it away settles.
            if !dispatcher.is_null() && current == dispatcher {
                return;
            }
            let beneath = self.beneath();
            if current == beneath {
                return;
            }
            // Whether it works or somebody was faster: look again.
            let _ = self.current.compare_exchange(
                current,
                beneath,
                Ordering::AcqRel,
                Ordering::Relaxed,
            );
        }
    }
}
