//! Names the interface.

use bench_harness::{Case, Scenario};

/// The cases.
pub fn cases() -> Vec<Case> {
    vec![Case::free("crate_interface", Scenario::Required, |x| peer_crate_interface_api::step(x))]
}
