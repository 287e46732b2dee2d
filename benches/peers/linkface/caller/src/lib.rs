//! Names the façade.

use bench_harness::{Case, Scenario};
use peer_linkface_api::{LEVEL, Node, kept, replaced, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "linkface";
    vec![
        Case::free(PEER, Scenario::Required, required),
        Case::free(PEER, Scenario::Default, default_used),
        Case::free(PEER, Scenario::Override, default_overridden),
        Case::method(PEER, Scenario::Method, Node::new(1), method),
        Case::free(PEER, Scenario::Lifetime, made_dropped),
        Case::free(PEER, Scenario::ByValue, by_value),
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
    LEVEL
}
