//! A provider for programs with an operating system: one mutex, which a thread may lock again.

use linkface::implement;
use section::SectionApi;
use std::cell::Cell;
use std::sync::{Mutex, MutexGuard, PoisonError};

static INSIDE: Mutex<()> = Mutex::new(());

thread_local! {
    /// Held while this thread is inside.
    static GUARD: Cell<Option<MutexGuard<'static, ()>>> = const { Cell::new(None) };
}

struct Threads;

// SAFETY: a thread is inside while it holds the guard, and one at a time does.
#[implement]
unsafe impl SectionApi for Threads {
    unsafe fn acquire() -> bool {
        let held = GUARD.take();
        let was_inside = held.is_some();
        // The mutex protects nothing that a panic could have left half done.
        let guard = held.unwrap_or_else(|| INSIDE.lock().unwrap_or_else(PoisonError::into_inner));
        GUARD.set(Some(guard));
        was_inside
    }

    unsafe fn release(was_inside: bool) {
        if !was_inside {
            GUARD.set(None);
        }
    }
}
