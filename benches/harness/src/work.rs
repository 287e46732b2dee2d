//! The work that implementations do: the same few instructions everywhere.

#![allow(
    clippy::inline_always,
    reason = "the work belongs to whoever does it, not into a function beside it"
)]

use core::sync::atomic::{AtomicU64, Ordering};

/// What a function answers: one multiplication, one shift, one xor.
///
/// Every implementation has a `K` of its own, so that the compiler doesn't merge those of two peers
/// into one.
#[inline(always)]
pub const fn mix<const K: u64>(x: u64) -> u64 {
    x.wrapping_mul(K) ^ (x >> 3)
}

static SEEN: AtomicU64 = AtomicU64::new(0);

/// What a destructor does: a store that nobody may leave out.
#[inline(always)]
pub fn seen(x: u64) {
    SEEN.store(x, Ordering::Relaxed);
}

/// What was stored last: without a reader the stores would go.
pub(crate) fn last_seen() -> u64 {
    SEEN.load(Ordering::Relaxed)
}
