//! Names the interface, after somebody has set it.

use bench_harness::{Case, Scenario};
use peer_once_lock_api::{kept, level, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "&dyn in OnceLock";
    peer_once_lock_provider::init();
    vec![
        Case::free(PEER, Scenario::Required, |x| step(x)),
        Case::free(PEER, Scenario::Default, |x| kept(x)),
        Case::free(PEER, Scenario::Override, |x| step(x)),
        Case::free(PEER, Scenario::Static, |_| level()),
    ]
}
