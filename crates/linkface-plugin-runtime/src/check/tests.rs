//! What programs can't show: all changes of a description, and descriptions that no compiler made.

use super::{Caller, DifferenceKind, defaulted, interface};
use crate::describe::{DecodedMember as Member, Description, Kind, Node, flag};

fn node(kind: Kind, name: &str, members: &[(&str, i128, usize)]) -> Node {
    let laid_out = matches!(kind, Kind::Primitive | Kind::Struct | Kind::Enum);
    Node {
        kind,
        flags: 0,
        number: u64::from(matches!(kind, Kind::Interface | Kind::Method)),
        size: if laid_out { 4 } else { 0 },
        align: if laid_out { 4 } else { 0 },
        name: name.to_owned(),
        members: members
            .iter()
            .map(|(name, number, node)| Member {
                name: (*name).to_owned(),
                number: *number,
                node: *node,
            })
            .collect(),
    }
}

/// An interface whose method takes and returns a callback's interface.
fn callbacks() -> Vec<Node> {
    vec![
        node(Kind::Interface, "Api", &[("call", 0, 1)]),
        node(Kind::Method, "call", &[("watch", 0, 2), ("return", 0, 5)]),
        node(Kind::Interface, "Watch", &[("seen", 0, 3), ("lost", 0, 4)]),
        node(Kind::Method, "seen", &[("return", 0, 5)]),
        node(Kind::Method, "lost", &[("return", 0, 5)]),
        node(Kind::Primitive, "u32", &[]),
    ]
}

/// Every kind of node, and a type that leads to itself.
fn everything() -> Vec<Node> {
    vec![
        node(Kind::Interface, "Api", &[("call", 0, 1)]),
        node(
            Kind::Method,
            "call",
            &[("tree", 0, 2), ("f", 0, 8), ("return", 0, 7)],
        ),
        node(Kind::Ref, "", &[("", 0, 3)]),
        node(
            Kind::Struct,
            "Tree",
            &[("value", 0, 7), ("next", 8, 4), ("kind", 16, 5)],
        ),
        node(Kind::Option, "", &[("", 0, 3)]),
        node(Kind::Enum, "Leaf", &[("Oak", 0, 6), ("Elm", 1, 9)]),
        node(Kind::Variant, "", &[("height", 4, 7)]),
        node(Kind::Primitive, "u32", &[]),
        node(Kind::Closure, "", &[("", 0, 10), ("", 0, 7)]),
        node(Kind::Variant, "", &[]),
        node(Kind::Array, "", &[("", 0, 7)]),
    ]
}

fn said(caller: Vec<Node>, implementor: Vec<Node>) -> Vec<String> {
    let [caller, implementor] = [caller, implementor].map(Description::of_nodes);
    interface(&caller, &implementor, Caller::Host)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn equal_descriptions_have_no_difference() {
    for nodes in [callbacks(), everything()] {
        assert_eq!(said(nodes.clone(), nodes), [""; 0]);
    }
}

/// Whatever is changed is found, but for the few things that don't matter.
#[test]
fn no_change_is_silent() {
    let base = everything();
    let mut changes = 0;
    let mut check = |what: &str, change: &dyn Fn(&mut Vec<Node>)| {
        let mut other = base.clone();
        change(&mut other);
        changes += 1;
        for (a, b) in [(&base, &other), (&other, &base)] {
            let found = said(a.clone(), b.clone());
            assert!(!found.is_empty(), "{what} is silent");
        }
    };
    for n in 0..base.len() {
        let kind = base[n].kind;
        let is_callable = matches!(kind, Kind::Interface | Kind::Method);
        for bit in 0..32 {
            // Where a default body is doesn't matter; who has the method is the other's.
            if kind == Kind::Method && 1 << bit == flag::DEFAULT {
                continue;
            }
            check(&format!("bit {bit} of {n}"), &|nodes| {
                nodes[n].flags ^= 1 << bit;
            });
        }
        if !is_callable {
            check(&format!("number of {n}"), &|nodes| nodes[n].number += 1);
        }
        if kind != Kind::Interface {
            check(&format!("size of {n}"), &|nodes| nodes[n].size += 8);
            check(&format!("alignment of {n}"), &|nodes| nodes[n].align += 8);
        }
        // Methods and variants are known by the names that lead to them.
        if !matches!(kind, Kind::Method | Kind::Variant) {
            check(&format!("name of {n}"), &|nodes| nodes[n].name += "x");
        }
        check(&format!("kind of {n}"), &|nodes| nodes[n].kind = Kind::Lent);
        for m in 0..base[n].members.len() {
            check(&format!("member {m} of {n}"), &|nodes| {
                nodes[n].members.remove(m);
            });
            check(&format!("another member of {n}"), &|nodes| {
                let mut another = nodes[n].members[m].clone();
                another.name += "x";
                nodes[n].members.insert(m, another);
            });
            // The lifetimes of a method's parameters are there.
            if kind != Kind::Interface {
                check(&format!("number of member {m} of {n}"), &|nodes| {
                    nodes[n].members[m].number += 1;
                });
            }
            let leads_to = base[n].members[m].node;
            for other in (0..base.len()).filter(|other| *other != leads_to) {
                check(&format!("type of member {m} of {n}"), &|nodes| {
                    nodes[n].members[m].node = other;
                });
            }
        }
    }
    assert!(changes > 500, "{changes}");
}

/// The plugin calls what it is given, and the host what it gets.
#[test]
fn who_calls_decides_who_needs_a_default() {
    let mut without = callbacks();
    without[2].members.pop();
    // The host has `lost`, hands it out, and the plugin doesn't know it: removed from the plugin's.
    assert_eq!(
        said(callbacks(), without.clone()),
        [
            "Watch::lost is only in host, and both have version 1: it was removed, or added without \
          `#[since(2)]`"
        ]
    );
    // The plugin would call it, and the host's has none.
    assert_eq!(
        said(without.clone(), callbacks()),
        [
            "Watch::lost is only in plugin, and has no default body to run instead: give it one there, with `#[since(2)]`"
        ]
    );
    // It came later, with a default: fine in both directions.
    let mut with_default = callbacks();
    with_default[2].number = 2;
    with_default[4].number = 2;
    with_default[4].flags = flag::DEFAULT;
    assert_eq!(said(with_default.clone(), without.clone()), [""; 0]);
    assert_eq!(said(without.clone(), with_default), [""; 0]);
    // Returned instead of taken: the other way.
    let returned = |mut nodes: Vec<Node>| {
        nodes[1].members = vec![nodes[1].members[1].clone(), nodes[1].members[0].clone()];
        nodes
    };
    assert_eq!(
        said(returned(callbacks()), returned(without)),
        [
            "Watch::lost is only in host, and has no default body to run instead: give it one there, with `#[since(2)]`"
        ]
    );
}

/// A closure's arguments go from its caller, who got it, to its maker.
#[test]
fn closures_turn_directions_once_more() {
    let closure = |mut nodes: Vec<Node>| {
        nodes[1].members[0].node = 6;
        nodes.push(node(Kind::Closure, "", &[("", 0, 2), ("", 0, 5)]));
        nodes
    };
    let mut without = callbacks();
    without[2].members.pop();
    assert_eq!(
        said(closure(callbacks()), closure(without)),
        [
            "Watch::lost is only in host, and has no default body to run instead: give it one there, with `#[since(2)]`"
        ]
    );
}

#[test]
fn a_callback_of_the_plugin_is_said_in_its_words() {
    let mut changed = callbacks();
    changed[3].flags = flag::MUT;
    let [plugin, host] = [callbacks(), changed].map(Description::of_nodes);
    let found = interface(&plugin, &host, Caller::Plugin);
    assert_eq!(
        found[0].to_string(),
        "Watch::seen differs — takes &mut self in host, &self in plugin"
    );
    assert_eq!(found[0].kind(), DifferenceKind::Receiver);
    assert_eq!(
        (found[0].interface(), found[0].method()),
        ("Watch", Some("seen"))
    );
}

#[test]
fn defaults_that_run_are_known() {
    let mut caller = callbacks();
    caller[0].members.push(Member {
        name: "fly".to_owned(),
        number: 0,
        node: 6,
    });
    caller.push(Node {
        flags: flag::DEFAULT,
        ..node(Kind::Method, "fly", &[("return", 0, 5)])
    });
    let [caller, implementor] = [caller, callbacks()].map(Description::of_nodes);
    assert_eq!(interface(&caller, &implementor, Caller::Host), []);
    assert_eq!(defaulted(&caller, &implementor), ["fly"]);
}

/// Two rings of types whose lengths have no common divisor: as many pairs as their product.
#[test]
fn rings_and_chains_end() {
    let ring = |length: usize, kind: Kind| {
        let mut nodes = vec![
            node(Kind::Interface, "Api", &[("call", 0, 1)]),
            node(Kind::Method, "call", &[("return", 0, 2)]),
        ];
        nodes.extend((0..length).map(|n| {
            let next = 2 + (n + 1) % length;
            node(kind, "Ring", &[("next", 0, next), ("back", 8, 2 + n)])
        }));
        nodes
    };
    for kind in [
        Kind::Struct,
        Kind::Tuple,
        Kind::RefMut,
        Kind::Closure,
        Kind::Interface,
    ] {
        let found = said(ring(997, kind), ring(991, kind));
        assert!(!found.is_empty(), "{kind:?}");
    }
}

/// Members without end, by nodes that are used again and again.
#[test]
fn work_is_bounded() {
    let many: Vec<(&str, i128, usize)> = (0..60_000).map(|_| ("same", 0, 2)).collect();
    let mut nodes = vec![
        node(Kind::Interface, "Api", &[("call", 0, 1)]),
        node(Kind::Method, "call", &many),
        node(Kind::Tuple, "", &many),
    ];
    nodes[2]
        .members
        .iter_mut()
        .for_each(|member| member.node = 2);
    let mut other = nodes.clone();
    other[0].number = 2;
    assert!(!said(nodes, other).is_empty());
}
