//! Which pointer a call finds, whatever several threads do.
//!
//! Two words change, and everybody who changes one does the same: *write what is to be, then settle*.
//!
//! * `installed` says what is to be: null, until somebody has put a pointer there, which makes them the
//!   one who may replace it.
//! * `current` is what a call reads, and nothing else. It follows: it is the installed pointer, or the
//!   initial one while there is none, or the dispatcher while some thread overrides.
//!
//! Calls never wait. Who installs or replaces waits only for a thread that begins or ends to override at
//! that moment: never without feature `std`, so there all of this may run in an interrupt handler.
//!
//! This file is compiled a second time by `tests/tests/slot.rs`, where a model checker runs it in every
//! order that the memory model allows.

use super::overriding::Overriding;
use super::sync::{AtomicPtr, Ordering};

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
    /// Which threads have put the dispatcher there.
    pub(super) overriding: Overriding,
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
        let result = self.installed.compare_exchange(
            core::ptr::null_mut(),
            pointer,
            Ordering::AcqRel,
            Ordering::Acquire,
        );
        match result {
            Ok(_) => self.settle(|_| true),
            // Perhaps whoever installed hasn't come to it. Nothing is to be done later, as only they
            // know what they replace by what.
            Err(_) => self.settle(|current| current == self.initial.load(Ordering::Relaxed)),
        }
        result.is_ok()
    }

    /// Puts `pointer` in the place of the installed one, which it returns. For the one who installed.
    pub(super) fn replace(&self, pointer: *mut ()) -> *mut () {
        let before = self.installed.swap(pointer, Ordering::AcqRel);
        self.settle(|_| true);
        before
    }

    /// Lets `current` follow, if it is one that may be written over.
    fn settle(&self, may_replace: impl Fn(*mut ()) -> bool) {
        let dispatcher = self.dispatcher.load(Ordering::Relaxed);
        loop {
            let mut current = self.current.load(Ordering::Acquire);
            if !dispatcher.is_null() && current == dispatcher {
                // It reads `installed` itself. Who takes it away has perhaps read that before it was
                // written, and goes first; whoever comes later reads what is there now.
                self.overriding.wait();
                current = self.current.load(Ordering::Acquire);
                if current == dispatcher {
                    return;
                }
            }
            let beneath = self.beneath();
            if current == beneath || !may_replace(current) {
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
