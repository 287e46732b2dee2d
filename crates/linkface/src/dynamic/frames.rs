//! The implementations that a thread has put in place for itself: a list of frames, each on the stack of
//! the function that puts it there. Nothing is allocated, and nothing has to be dropped when the thread
//! ends.

use super::slot::Slot;
use std::cell::Cell;
use std::marker::PhantomData;
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

/// A thread's own implementation, while it is called.
pub struct Running<O: ?Sized + 'static> {
    frame: *const Frame,
    of: PhantomData<fn(&O)>,
}

impl<O: ?Sized> Running<O> {
    /// The innermost one of `slot` that isn't running.
    ///
    /// # Safety
    ///
    /// All frames of this slot were made [`with`] a `&O`. The answer is dropped before the `with` that
    /// surrounds this call returns.
    pub(super) unsafe fn find(slot: *const Slot) -> Option<Self> {
        let mut next = innermost();
        // SAFETY: the invariant of `INNERMOST`.
        while let Some(frame) = unsafe { next.as_ref() } {
            if ptr::eq(frame.slot, slot) && !frame.runs.replace(true) {
                return Some(Self {
                    frame: next,
                    of: PhantomData,
                });
            }
            next = frame.outer;
        }
        None
    }

    /// It.
    #[must_use]
    pub fn implementation(&self) -> &O {
        // SAFETY: the frame is alive, and its pointer is to a `&O`: see `find`.
        unsafe { *(*self.frame).implementation.cast::<&O>() }
    }
}

impl<O: ?Sized> Drop for Running<O> {
    fn drop(&mut self) {
        // SAFETY: the frame is alive: see `find`.
        unsafe { &*self.frame }.runs.set(false);
    }
}
