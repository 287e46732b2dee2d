//! Names the façade, after somebody has installed what it declares.

use bench_harness::{Case, Scenario};
use peer_linkface_dynamic_api::{LEVEL, kept, replaced, step};

/// The cases.
///
/// # Panics
///
/// When it is called again.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "linkface, dynamic";
    peer_linkface_dynamic_provider::init().expect("nobody else installs");
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
    *LEVEL
}
