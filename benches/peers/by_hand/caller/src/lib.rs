//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_by_hand_api::{Node, level, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "extern by hand";
    vec![
        Case::free(PEER, Scenario::Required, required),
        Case::method(PEER, Scenario::Method, Node::new(1), method),
        Case::free(PEER, Scenario::Lifetime, made_dropped),
        Case::free(PEER, Scenario::ByValue, by_value),
        Case::free(PEER, Scenario::Static, static_read),
    ]
}

fn required(x: u64) -> u64 {
    step(x)
}

fn method(node: &Node, x: u64) -> u64 {
    node.get(x)
}

fn made_dropped(x: u64) -> u64 {
    drop(Node::new(x));
    x
}

fn by_value(x: u64) -> u64 {
    Node::new(x).next().finish()
}

fn static_read(_: u64) -> u64 {
    level()
}
