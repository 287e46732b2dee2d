//! A provider that does as a small chip would: one core, on which sections turn interrupts off. It
//! counts, so that one can see that it is asked.

use linkface::implement;
use section::SectionApi;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, ThreadId};

static INTERRUPTS: AtomicBool = AtomicBool::new(true);
static SECTIONS: AtomicUsize = AtomicUsize::new(0);
static NESTED: AtomicUsize = AtomicUsize::new(0);
/// The thread that plays the core.
static CORE: OnceLock<ThreadId> = OnceLock::new();

/// Whether interrupts are on.
pub fn interrupts() -> bool {
    INTERRUPTS.load(Ordering::Relaxed)
}

/// How many sections there were, and how many of them inside of another.
pub fn counts() -> (usize, usize) {
    (
        SECTIONS.load(Ordering::Relaxed),
        NESTED.load(Ordering::Relaxed),
    )
}

struct OneCore;

// SAFETY: one thread is let in, ever, and no interrupt can come between.
#[implement]
unsafe impl SectionApi for OneCore {
    unsafe fn acquire() -> bool {
        let this = thread::current().id();
        assert_eq!(*CORE.get_or_init(|| this), this, "there is one core");
        let was_inside = !INTERRUPTS.swap(false, Ordering::Relaxed);
        SECTIONS.fetch_add(1, Ordering::Relaxed);
        NESTED.fetch_add(usize::from(was_inside), Ordering::Relaxed);
        was_inside
    }

    unsafe fn release(was_inside: bool) {
        INTERRUPTS.store(!was_inside, Ordering::Relaxed);
    }
}
