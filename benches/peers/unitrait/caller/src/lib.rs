//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_unitrait_api::{ApiNode, finish, get, new, next, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "unitrait";
    vec![
        Case::free(PEER, Scenario::Required, required),
        Case::method(PEER, Scenario::Method, new(1), method),
        Case::free(PEER, Scenario::Lifetime, made_dropped),
        Case::free(PEER, Scenario::ByValue, by_value),
    ]
}

fn required(x: u64) -> u64 {
    step(x)
}

fn method(node: &ApiNode, x: u64) -> u64 {
    get(node, x)
}

fn made_dropped(x: u64) -> u64 {
    drop(new(x));
    x
}

fn by_value(x: u64) -> u64 {
    finish(next(new(x)))
}
