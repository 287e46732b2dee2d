//! Names the interface.

use bench_harness::{Case, Scenario};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "trait-ffi";
    vec![Case::free(PEER, Scenario::Required, required)]
}

fn required(x: u64) -> u64 {
    peer_trait_ffi_api::step(x)
}
