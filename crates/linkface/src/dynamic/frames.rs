//! The implementations that a thread has put in place for itself: a list of frames, each on the stack of
//! the function that puts it there. Nothing is allocated, and nothing has to be dropped when the thread
//! ends.

use super::slot::Slot;
use std::cell::Cell;
use std::ptr;

/// One override.
struct Frame {
    /// Of which item.
    slot: *const Slot,
    /// To a `&O`.
    implementation: *const (),
    /// A call that an implementation makes of its own item goes past it, to what it overrides.
    runs: Cell<bool>,
    /// The one before, which lives longer.
    outer: *const Frame,
}

std::thread_local! {
    /// The innermost frame, or null.
    ///
    /// Invariant: it and all frames that follow it are on the stack of a `with` of this thread that has
    /// not returned.
    static INNERMOST: Cell<*const Frame> = const { Cell::new(ptr::null()) };
}

// Not generic and not inlined: a dylib's thread-locals are its own on Windows.
#[inline(never)]
fn innermost() -> *const Frame {
    INNERMOST.with(Cell::get)
}

#[inline(never)]
fn set_innermost(frame: *const Frame) {
    INNERMOST.with(|innermost| innermost.set(frame));
}

/// Runs `body` with `implementation` in front of all others of `slot`.
pub(super) fn with<O: ?Sized, R>(
    slot: *const Slot,
    implementation: &&O,
    body: impl FnOnce() -> R,
) -> R {
    struct Pops(*const Frame);
    impl Drop for Pops {
        fn drop(&mut self) {
            set_innermost(self.0);
        }
    }

    let frame = Frame {
        slot,
        implementation: ptr::from_ref(implementation).cast(),
        runs: Cell::new(false),
        outer: innermost(),
    };
    let _pops = Pops(frame.outer);
    set_innermost(&raw const frame);
    body()
}

/// Calls `call` with the innermost implementation of `slot` that isn't running, which runs meanwhile.
///
/// # Safety
///
/// All frames of this slot were made [`with`] a `&O`.
pub(super) unsafe fn innermost_of<O: ?Sized + 'static, R>(
    slot: *const Slot,
    call: impl FnOnce(Option<&O>) -> R,
) -> R {
    struct Runs<'a>(&'a Cell<bool>);
    impl Drop for Runs<'_> {
        fn drop(&mut self) {
            self.0.set(false);
        }
    }

    let mut next = innermost();
    // SAFETY: the invariant of `INNERMOST`: the frame's `with` surrounds this call, so it lives longer.
    while let Some(frame) = unsafe { next.as_ref() } {
        if ptr::eq(frame.slot, slot) && !frame.runs.replace(true) {
            let _runs = Runs(&frame.runs);
            // SAFETY: the frame was made with a `&O`, which its `with` borrows.
            return call(Some(unsafe { *frame.implementation.cast::<&O>() }));
        }
        next = frame.outer;
    }
    call(None)
}
