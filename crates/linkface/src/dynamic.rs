//! Items that can be implemented while the program runs: `#[interface(dynamic)]`.
//!
//! | module | holds |
//! |---|---|
//! | `slot` | the protocol: which pointer a call finds, whatever several threads do. No `unsafe`, no types; a model checker compiles it, too |
//! | `overrides` | the protocol's part for a thread's own implementations (feature `std`) |
//! | `frames` | the implementations that a thread has put in place for itself (feature `std`) |
//! | `word` | pointers without their types, and back |
//! | `function`, `static_item` | slots with types |
//! | `installed` | what an installation returns |

#[cfg(feature = "std")]
mod frames;
mod function;
mod installed;
#[cfg(feature = "std")]
mod overrides;
mod slot;
mod static_item;
mod word;

/// What the protocol is made of. The model checker brings its own.
mod sync {
    pub(super) use core::sync::atomic::{AtomicPtr, Ordering, fence};
    #[cfg(feature = "std")]
    pub(super) use std::sync::{Mutex, PoisonError};
}

#[cfg(feature = "std")]
pub use self::frames::Running;
pub use self::function::FunctionSlot;
pub use self::installed::{AlreadyInstalled, Installed};
pub use self::static_item::Dynamic;

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
