//! Objects that a program sets once, as `log` does.

use bench_harness::mix;
use core::hint::black_box;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::OnceLock;

/// Functions.
pub trait Api: Sync {
    /// A function.
    fn step(&self, x: u64) -> u64;
}

/// What is called before, or without, [`set`].
struct Nothing;

impl Api for Nothing {
    fn step(&self, x: u64) -> u64 {
        mix::<0x3e84_7a1d>(x)
    }
}

static SET: OnceLock<&'static dyn Api> = OnceLock::new();
static UNSET: OnceLock<&'static dyn Api> = OnceLock::new();
static LEVEL: AtomicU64 = AtomicU64::new(0);

/// Sets what is called, unless it is set.
pub fn set(api: &'static dyn Api, level: u64) {
    let _ = SET.set(api);
    LEVEL.store(level, Ordering::Relaxed);
    // Never, but the compiler can't know.
    if black_box(false) {
        let _ = UNSET.set(api);
    }
}

#[inline]
fn through(api: &OnceLock<&'static dyn Api>, x: u64) -> u64 {
    api.get().copied().unwrap_or(&Nothing).step(x)
}

/// A function that was set.
#[inline]
pub fn step(x: u64) -> u64 {
    through(&SET, x)
}

/// A function that nobody set.
#[inline]
pub fn kept(x: u64) -> u64 {
    through(&UNSET, x)
}

/// A value that was set.
#[inline]
pub fn level() -> u64 {
    LEVEL.load(Ordering::Relaxed)
}
