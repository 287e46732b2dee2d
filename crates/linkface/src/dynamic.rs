//! Items that can be implemented while the program runs: `#[interface(dynamic)]`.
//!
//! | module | holds |
//! |---|---|
//! | `slot` | the protocol: which pointer a call finds, whatever several threads do. No `unsafe`, no types; a model checker compiles it, too |
//! | `overriding` | the protocol's part for threads' own implementations (feature `std`) |
//! | `frames` | the implementations that a thread has put in place for itself (feature `std`) |
//! | `word` | pointers without their types, and back |
//! | `function`, `static_item` | slots with types |
//! | `installed` | what an installation returns |

#[cfg(feature = "std")]
mod frames;
mod function;
mod installed;
#[cfg(feature = "std")]
mod overriding;
#[cfg(not(feature = "std"))]
#[path = "dynamic/never_overriding.rs"]
mod overriding;
mod slot;
mod static_item;
mod word;

/// What the protocol is made of. The model checker brings its own.
mod sync {
    pub(super) use core::sync::atomic::{AtomicPtr, Ordering};
    #[cfg(feature = "std")]
    pub(super) use std::sync::{Mutex, MutexGuard, PoisonError};
}

pub use self::function::FunctionSlot;
pub use self::installed::{AlreadyInstalled, Installed};
pub use self::static_item::Dynamic;

impl slot::Slot {
    /// At `initial` in the beginning. `dispatcher` is null if threads cannot override.
    const fn new(initial: *mut (), dispatcher: *mut ()) -> Self {
        use self::sync::AtomicPtr;

        Self {
            current: AtomicPtr::new(initial),
            installed: AtomicPtr::new(core::ptr::null_mut()),
            initial: AtomicPtr::new(initial),
            dispatcher: AtomicPtr::new(dispatcher),
            #[cfg(feature = "std")]
            overriding: overriding::Overriding {
                count: sync::Mutex::new(0),
            },
            #[cfg(not(feature = "std"))]
            overriding: overriding::Overriding,
        }
    }
}

/// What a call of a function does that nobody has implemented.
///
/// # Panics
///
/// Always.
#[cold]
#[inline(never)]
pub fn not_implemented(item: &str) -> ! {
    panic!(
        "`{item}` is called before anybody implements it: call `{item}::install(…)` first, or link a \
         provider"
    )
}

/// The same of a static that is read.
#[cold]
#[inline(never)]
fn no_value(item: &str) -> ! {
    panic!(
        "`{item}` is read before anybody implements it: call `{item}.install(&…)` first, or link a \
         provider"
    )
}
