//! Names the interface.

use bench_harness::{Case, Scenario};
use peer_extern_trait_api::{Node, NodeApi};

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "extern-trait";
    vec![
        Case::free(PEER, Scenario::Required, |x| Node::step(x)),
        Case::method(PEER, Scenario::Method, Node::new(1), |node, x| node.get(x)),
        Case::free(PEER, Scenario::Lifetime, |x| {
            drop(Node::new(x));
            x
        }),
        Case::free(PEER, Scenario::ByValue, |x| Node::new(x).next().finish()),
    ]
}
