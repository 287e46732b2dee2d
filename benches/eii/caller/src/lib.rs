//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_eii_api::{LEVEL, kept, replaced, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "EII (nightly)";
    vec![
        Case::free(PEER, Scenario::Required, required),
        Case::free(PEER, Scenario::Default, default_used),
        Case::free(PEER, Scenario::Override, default_overridden),
        Case::free(PEER, Scenario::Static, static_read),
    ]
}

fn required(x: u64) -> u64 {
    step(x)
}

fn default_used(x: u64) -> u64 {
    kept(x)
}

fn default_overridden(x: u64) -> u64 {
    replaced(x)
}

fn static_read(_: u64) -> u64 {
    LEVEL
}
