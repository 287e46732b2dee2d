//! Names the interface.

use bench_harness::{Case, Scenario};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "crate_interface";
    vec![Case::free(PEER, Scenario::Required, required)]
}

fn required(x: u64) -> u64 {
    peer_crate_interface_api::step(x)
}
