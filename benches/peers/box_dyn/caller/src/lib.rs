//! Holds boxes. Making one needs the implementor's name.

use bench_harness::{Case, Scenario};
use peer_box_dyn_api::{Api, NodeApi};
use peer_box_dyn_provider::{functions, new};

struct Functions(Box<dyn Api>);
struct Node(Box<dyn NodeApi>);

/// The cases.
pub fn cases() -> Vec<Case> {
    const PEER: &str = "Box<dyn>";
    let held = || Functions(functions());
    vec![
        Case::method(PEER, Scenario::Required, held(), required),
        Case::method(PEER, Scenario::Default, held(), default_used),
        Case::method(PEER, Scenario::Override, held(), default_overridden),
        Case::method(PEER, Scenario::Method, Node(new(1)), method),
        Case::free(PEER, Scenario::Lifetime, made_dropped),
        Case::free(PEER, Scenario::ByValue, by_value),
    ]
}

fn required(api: &Functions, x: u64) -> u64 {
    api.0.step(x)
}

fn default_used(api: &Functions, x: u64) -> u64 {
    api.0.kept(x)
}

fn default_overridden(api: &Functions, x: u64) -> u64 {
    api.0.replaced(x)
}

fn method(node: &Node, x: u64) -> u64 {
    node.0.get(x)
}

fn made_dropped(x: u64) -> u64 {
    drop(new(x));
    x
}

fn by_value(x: u64) -> u64 {
    new(x).next().finish()
}
