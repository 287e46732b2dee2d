//! Names the interface.

use bench_harness::{Case, Scenario};

/// The cases.
pub fn cases() -> Vec<Case> {
    vec![Case::free("trait-ffi", Scenario::Required, |x| peer_trait_ffi_api::step(x))]
}
