//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_unitrait_api::{finish, get, new, next, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "unitrait";
    vec![
        Case::free(PEER, Scenario::Required, |x| step(x)),
        Case::method(PEER, Scenario::Method, new(1), |node, x| get(node, x)),
        Case::free(PEER, Scenario::Lifetime, |x| {
            drop(new(x));
            x
        }),
        Case::free(PEER, Scenario::ByValue, |x| finish(next(new(x)))),
    ]
}
