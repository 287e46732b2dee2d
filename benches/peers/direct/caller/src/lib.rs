//! Names the implementor.

use bench_harness::{Case, Scenario};
use peer_direct_provider::{LEVEL, Node, step};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "direct";
    vec![
        Case::free(PEER, Scenario::Required, |x| step(x)),
        Case::method(PEER, Scenario::Method, Node::new(1), |node, x| node.get(x)),
        Case::free(PEER, Scenario::Lifetime, |x| {
            drop(Node::new(x));
            x
        }),
        Case::free(PEER, Scenario::ByValue, |x| Node::new(x).next().finish()),
        Case::free(PEER, Scenario::Static, |_| LEVEL),
    ]
}
