//! A provider for tests: the same bytes each time. Never for keys.
#![forbid(unsafe_code)]

use entropy_core::Error;
use linkface::implement;
use std::cell::Cell;

thread_local! {
    // Each test has a thread of its own, so it doesn't matter which other tests run.
    static STATE: Cell<u64> = const { Cell::new(0) };
}

/// Starts again, with other bytes. A thread that doesn't call this has seed 0.
pub fn seed(seed: u64) {
    STATE.set(seed);
}

#[implement(entropy_core::fill)]
fn fill(dest: &mut [u8]) -> Result<(), Error> {
    for chunk in dest.chunks_mut(8) {
        chunk.copy_from_slice(&next().to_le_bytes()[..chunk.len()]);
    }
    Ok(())
}

/// `SplitMix64`, by Guy Steele, Doug Lea and Christine Flood.
fn next() -> u64 {
    let state = STATE.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
    STATE.set(state);
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
