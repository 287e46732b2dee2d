//! Interfaces: their methods, matched by name.

use super::difference::DifferenceKind;
use super::walk::{Pair, Side, Walk};
use crate::describe::{Kind, Node, flag};
use core::cmp::Ordering;
use std::collections::HashMap;

/// The auto traits that an interface may demand.
const AUTO_TRAITS: [(u32, &str); 3] = [
    (flag::SEND, "Send"),
    (flag::SYNC, "Sync"),
    (flag::UNPIN, "Unpin"),
];
/// What an interface's flags may say besides.
const KNOWN: u32 = flag::SEND | flag::SYNC | flag::UNPIN | flag::UNSAFE | flag::SAME_BUILD;
/// What a method's flags may say that both sides have to agree on.
const METHOD: [(u32, &str, DifferenceKind); 2] = [
    (flag::UNSAFE, "unsafe", DifferenceKind::Unsafety),
    (flag::ASYNC, "async", DifferenceKind::Asyncness),
];

/// Nodes by the names that an interface has for them. The first of two with one name.
fn by_name(interface: &Node) -> HashMap<&str, usize> {
    let mut names = HashMap::new();
    for member in &interface.members {
        names.entry(member.name.as_str()).or_insert(member.node);
    }
    names
}

impl Walk<'_> {
    pub(super) fn interface_pair(&mut self, pair: Pair) {
        let [a, b] = self.nodes(pair);
        self.interface.clone_from(&a.name);
        self.method = None;
        if a.kind != Kind::Interface || b.kind != Kind::Interface {
            self.incomparable("is no interface");
            return;
        }
        if a.name != b.name {
            let text = format!("is called {}", self.each([&a.name, &b.name]));
            self.report(DifferenceKind::Incomparable, "", text);
            return;
        }
        self.flags([a, b]);
        // Whose methods are called, and whose are there: as the descriptions are given, or the other way.
        let caller = usize::from(pair.receiver == Side::Implementor);
        let (ours, theirs) = ([a, b][caller], [a, b][1 - caller]);
        let (of_ours, of_theirs) = (by_name(ours), by_name(theirs));
        let extra: Vec<(&str, usize)> = theirs
            .members
            .iter()
            .filter(|member| !of_ours.contains_key(member.name.as_str()))
            .map(|member| (member.name.as_str(), member.node))
            .collect();
        let mut renamed = Vec::new();
        for member in &ours.members {
            if !self.may_go_on() {
                return;
            }
            let name = member.name.as_str();
            self.method = Some(name.to_owned());
            let ordered = |ours: usize, theirs: usize| {
                let mut nodes = [theirs; 2];
                nodes[caller] = ours;
                nodes[1 - caller] = theirs;
                Pair { nodes, ..pair }
            };
            if let Some(theirs) = of_theirs.get(name) {
                self.methods(ordered(member.node, *theirs));
                continue;
            }
            let method = &self.sides[caller].nodes()[member.node];
            let same = |walk: &mut Self, extra: usize| {
                !renamed.contains(&extra)
                    && walk.sides[1 - caller].nodes()[extra].number <= ours.number
                    && walk.alike(ordered(member.node, extra))
            };
            if let Some((other, node)) = extra.iter().find(|(_, node)| same(self, *node)) {
                renamed.push(*node);
                let mut names = [*other; 2];
                names[caller] = name;
                let text = format!("is called {}", self.each(names));
                self.report(DifferenceKind::MethodRenamed, "", text);
            } else if !method.is(flag::DEFAULT) {
                // Whose interface has it can do something, too, where the other side can't be built again.
                let since = match theirs.number.cmp(&ours.number) {
                    Ordering::Less => format!(", with `#[since({})]`", ours.number),
                    Ordering::Equal => {
                        format!(", with `#[since({})]`", ours.number.saturating_add(1))
                    }
                    // It was removed there.
                    Ordering::Greater => String::new(),
                };
                let text = format!(
                    "is {}, and has no default body to run instead: give it one there{since}",
                    self.only(caller == 0)
                );
                self.report(DifferenceKind::MethodMissing, "", text);
            }
        }
        for (name, node) in extra {
            let since = self.sides[1 - caller].nodes()[node].number;
            if renamed.contains(&node) || since > ours.number {
                continue;
            }
            self.method = Some(name.to_owned());
            let (mine, other) = (ours.number, theirs.number);
            let only = self.only(caller != 0);
            let text = match other.cmp(&mine) {
                Ordering::Less => {
                    format!(
                        "is {only}: version {mine}, of {}, removed it",
                        self.names[caller]
                    )
                }
                Ordering::Equal => format!(
                    "is {only}, and both have version {mine}: it was removed, or added without \
                     `#[since({})]`",
                    mine.saturating_add(1)
                ),
                Ordering::Greater => {
                    format!("is {only}: it was added without `#[since({other})]`, or came back")
                }
            };
            self.report(DifferenceKind::MethodRemoved, "", text);
        }
    }

    fn flags(&mut self, nodes: [&Node; 2]) {
        for (bit, name) in AUTO_TRAITS {
            if nodes[0].is(bit) != nodes[1].is(bit) {
                let text = format!("is {name} {}", self.only(nodes[0].is(bit)));
                self.report(DifferenceKind::AutoTraits, "", text);
            }
        }
        // Implementors of an `unsafe` trait have promised what those of a safe one haven't.
        if nodes[0].is(flag::UNSAFE) != nodes[1].is(flag::UNSAFE) {
            let text = format!("is unsafe {}", self.only(nodes[0].is(flag::UNSAFE)));
            self.report(DifferenceKind::Unsafety, "", text);
        }
        if nodes[0].is(flag::SAME_BUILD) != nodes[1].is(flag::SAME_BUILD) {
            let text = format!("is same_build {}", self.only(nodes[0].is(flag::SAME_BUILD)));
            self.report(DifferenceKind::SameBuild, "", text);
        }
        if nodes[0].flags & !KNOWN != nodes[1].flags & !KNOWN {
            self.incomparable("is of a kind that this version of linkface-plugin doesn't know");
        }
    }

    /// Whether two methods with different names are one.
    fn alike(&mut self, pair: Pair) -> bool {
        let [a, b] = self.nodes(pair);
        let same = |flags| a.flags & !flag::DEFAULT == flags & !flag::DEFAULT;
        same(b.flags)
            && a.members.len() == b.members.len()
            && a.members.iter().zip(&b.members).all(|(a, b)| {
                let pair = Pair {
                    nodes: [a.node, b.node],
                    ..pair
                };
                self.may_go_on() && self.shape(pair, &mut Vec::new(), 0).is_ok()
            })
    }

    fn methods(&mut self, pair: Pair) {
        let [a, b] = self.nodes(pair);
        if a.kind != Kind::Method || b.kind != Kind::Method {
            self.incomparable("is no method");
            return;
        }
        for (bit, word, kind) in METHOD {
            if a.is(bit) != b.is(bit) {
                let text = format!("is {word} {}", self.only(a.is(bit)));
                self.report(kind, "", text);
            }
        }
        if a.is(flag::MUT) != b.is(flag::MUT) {
            let receiver = |node: &Node| {
                if node.is(flag::MUT) {
                    "&mut self"
                } else {
                    "&self"
                }
            };
            let text = format!("takes {}", self.each([receiver(a), receiver(b)]));
            self.report(DifferenceKind::Receiver, "", text);
        }
        let known = flag::DEFAULT | flag::MUT | flag::UNSAFE | flag::ASYNC;
        if a.flags & !known != b.flags & !known || (a.size, a.align) != (b.size, b.align) {
            self.incomparable("is of a kind that this version of linkface-plugin doesn't know");
        }
        let (Some((returned, arguments)), Some((other, others))) =
            (a.members.split_last(), b.members.split_last())
        else {
            self.incomparable("returns nothing, not even `()`");
            return;
        };
        if arguments.len() != others.len() {
            let takes = |n: usize| match n {
                0 => "no arguments".to_owned(),
                1 => "1 argument".to_owned(),
                n => format!("{n} arguments"),
            };
            let [x, y] = [takes(arguments.len()), takes(others.len())];
            let text = format!("takes {}", self.each([&x, &y]));
            self.report(DifferenceKind::Arity, "", text);
            return;
        }
        for (n, (x, y)) in arguments.iter().zip(others).enumerate() {
            let pair = Pair {
                nodes: [x.node, y.node],
                // Arguments go to the one who is called.
                receiver: pair.receiver.other(),
            };
            let what = format!("arg {}", n + 1);
            if self.slot("", &what, "is", pair).is_empty() {
                self.lifetimes("", &what, [x.number, y.number]);
            }
        }
        let pair = Pair {
            nodes: [returned.node, other.node],
            receiver: pair.receiver,
        };
        if self.slot("", "returns", "", pair).is_empty() {
            let numbers = [returned.number, other.number];
            self.lifetimes("", "what it returns", numbers);
        }
    }
}
