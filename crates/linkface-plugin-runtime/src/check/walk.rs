//! The walk through two descriptions at once.

use super::difference::{Difference, DifferenceKind};
use crate::describe::{Description, Kind, Node};
use std::collections::{HashMap, HashSet};

/// Pairs of nodes that are looked at. Interfaces have some hundreds; damaged descriptions may have
/// members without end.
const MOST_STEPS: u32 = 1 << 20;
/// Nobody reads more, and whether there are some is what counts.
const MOST_FOUND: usize = 256;
/// Types in types. The walk is recursive, and threads have small stacks.
const MOST_DEEP: u32 = 128;

/// One of the two images.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    /// The one that calls the outermost interface.
    Caller,
    /// The one that implements it.
    Implementor,
}

impl Side {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Caller => Self::Implementor,
            Self::Implementor => Self::Caller,
        }
    }
}

/// Two nodes that should be one type, and who receives values of it: an interface or closure is called
/// by the side that receives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pair {
    /// Of the caller's and of the implementor's description.
    pub(super) nodes: [usize; 2],
    pub(super) receiver: Side,
}

/// Numbers of differences: what is wrong with something.
pub(super) type Causes = Vec<usize>;

pub(super) struct Walk<'a> {
    pub(super) sides: [&'a Description; 2],
    /// What the sides are called.
    pub(super) names: [&'static str; 2],
    pub(super) found: Vec<Difference>,
    /// Named types that were compared, with what was found; none while they are.
    types: HashMap<Pair, Option<Causes>>,
    /// Interfaces that are to be compared, or were.
    interfaces: HashSet<Pair>,
    /// The former.
    waiting: Vec<(Pair, String)>,
    steps: u32,
    depth: u32,
    /// Where we are.
    pub(super) interface: String,
    pub(super) method: Option<String>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(sides: [&'a Description; 2], names: [&'static str; 2]) -> Self {
        Self {
            sides,
            names,
            found: Vec::new(),
            types: HashMap::new(),
            interfaces: HashSet::new(),
            waiting: Vec::new(),
            steps: 0,
            depth: 0,
            interface: String::new(),
            method: None,
        }
    }

    /// The outermost interface, and all that are reached from it.
    pub(super) fn interfaces(&mut self, a: usize, b: usize, caller: Side) {
        self.later(
            Pair {
                nodes: [a, b],
                receiver: caller,
            },
            String::new(),
        );
        while let Some((pair, _)) = self.waiting.pop() {
            self.interface_pair(pair);
        }
    }

    /// An interface is compared once, and apart from what led to it.
    fn later(&mut self, pair: Pair, place: String) {
        if self.interfaces.insert(pair) {
            self.waiting.push((pair, place));
        }
    }

    pub(super) fn nodes(&self, pair: Pair) -> [&'a Node; 2] {
        [
            &self.sides[0].nodes()[pair.nodes[0]],
            &self.sides[1].nodes()[pair.nodes[1]],
        ]
    }

    /// `a in host, b in plugin`
    pub(super) fn each(&self, [a, b]: [&str; 2]) -> String {
        let [first, second] = self.names;
        // The host's comes first, whoever calls.
        if first == "host" {
            format!("{a} in {first}, {b} in {second}")
        } else {
            format!("{b} in {second}, {a} in {first}")
        }
    }

    /// `only in host`, for what the first side has, or the second.
    pub(super) fn only(&self, first: bool) -> String {
        format!("only in {}", self.names[usize::from(!first)])
    }

    pub(super) fn report(&mut self, kind: DifferenceKind, path: &str, text: String) -> Causes {
        let new = Difference {
            kind,
            interface: self.interface.clone(),
            method: self.method.clone(),
            path: path.to_owned(),
            text,
            also: Vec::new(),
        };
        // An interface that goes both ways is compared for both.
        if let Some(known) = self.found.iter().position(|found| *found == new) {
            return vec![known];
        }
        if self.found.len() < MOST_FOUND {
            self.found.push(new);
        }
        vec![self.found.len() - 1]
    }

    /// Counts a step. Once there are too many, that is a difference, and everything else equal.
    pub(super) fn may_go_on(&mut self) -> bool {
        self.steps = self.steps.saturating_add(1);
        if self.steps == MOST_STEPS {
            self.incomparable("is too large to be compared");
        }
        self.steps < MOST_STEPS
    }

    pub(super) fn incomparable(&mut self, text: &str) -> Causes {
        self.report(DifferenceKind::Incomparable, "", text.to_owned())
    }

    /// Goes one type deeper, or says that there are too many.
    pub(super) fn deeper(&mut self, then: impl FnOnce(&mut Self) -> Causes) -> Causes {
        if self.depth == MOST_DEEP {
            return self.incomparable("has types in types too deep to be compared");
        }
        self.depth += 1;
        let causes = then(self);
        self.depth -= 1;
        causes
    }

    /// A parameter, what is returned, or a field: `what` is how it is called, `is` the verb with it.
    pub(super) fn slot(&mut self, path: &str, what: &str, is: &str, pair: Pair) -> Causes {
        if !self.may_go_on() {
            return Causes::new();
        }
        let mut named = Vec::new();
        if let Err(at) = self.shape(pair, &mut named, 0) {
            let text = self.unlike(what, is, pair, at);
            return self.report(DifferenceKind::Type, path, text);
        }
        let mut causes = Causes::new();
        for pair in named {
            let [a, _] = self.nodes(pair);
            let here = format!("{what} {}", a.name);
            let path = if path.is_empty() {
                here
            } else {
                format!("{path}, {here}")
            };
            if a.kind == Kind::Interface {
                self.later(pair, path);
            } else {
                causes.extend(self.named(&path, pair));
            }
        }
        causes
    }

    /// A struct or an enum, which both sides call the same.
    fn named(&mut self, path: &str, pair: Pair) -> Causes {
        match self.types.get(&pair) {
            Some(Some(causes)) => {
                let causes = causes.clone();
                self.also(&causes);
                return causes;
            }
            // It leads to itself.
            Some(None) => return Causes::new(),
            None => {}
        }
        self.types.insert(pair, None);
        let causes = self.deeper(|walk| match walk.nodes(pair)[0].kind {
            Kind::Enum => walk.enums(path, pair),
            _ => walk.structs(path, pair),
        });
        self.types.insert(pair, Some(causes.clone()));
        causes
    }

    /// What was found touches this method, too.
    fn also(&mut self, causes: &[usize]) {
        let Some(method) = &self.method else { return };
        let name = format!("{}::{method}", self.interface);
        for cause in causes {
            let found = &mut self.found[*cause];
            let is_here =
                found.interface == self.interface && found.method.as_ref() == Some(method);
            if !is_here && found.also.last() != Some(&name) {
                found.also.push(name.clone());
            }
        }
    }
}
