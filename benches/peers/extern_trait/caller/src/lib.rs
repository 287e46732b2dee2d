//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_extern_trait_api::{Node, NodeApi};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "extern-trait";
    vec![
        Case::free(PEER, Scenario::Required, required),
        Case::method(PEER, Scenario::Method, Node::new(1), method),
        Case::free(PEER, Scenario::Lifetime, made_dropped),
        Case::free(PEER, Scenario::ByValue, by_value),
    ]
}

fn required(x: u64) -> u64 {
    Node::step(x)
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
