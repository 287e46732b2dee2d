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
        Case::method(PEER, Scenario::Required, held(), |api, x| api.0.step(x)),
        Case::method(PEER, Scenario::Default, held(), |api, x| api.0.kept(x)),
        Case::method(PEER, Scenario::Override, held(), |api, x| api.0.replaced(x)),
        Case::method(PEER, Scenario::Method, Node(new(1)), |node, x| node.0.get(x)),
        Case::free(PEER, Scenario::Lifetime, |x| {
            drop(new(x));
            x
        }),
        Case::free(PEER, Scenario::ByValue, |x| new(x).next().finish()),
    ]
}
