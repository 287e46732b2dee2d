//! Everything that is linked into one root, and the chains to it.

use super::index::{Index, Link};
use super::roots::RootCrate;
use super::{Chain, Step};

/// The crates of one root: the root itself first, then libraries, the nearest first.
pub(super) struct Closure<'a, 'b> {
    index: &'b Index<'a>,
    root: &'b RootCrate<'a>,
    pub(super) nodes: Vec<Node>,
    /// Where the library of a package stands in `nodes`.
    libraries: Vec<Option<usize>>,
}

/// A crate in it.
pub(super) struct Node {
    pub(super) package: usize,
    /// Where it was first reached from, and by which of its links; none for the root.
    parent: Option<(usize, usize)>,
}

/// The root's place in [`Closure::nodes`].
pub(super) const ROOT: usize = 0;

impl<'a, 'b> Closure<'a, 'b> {
    /// Breadth first, so that the first chain to each crate is a shortest one; links are sorted, so
    /// that it is always the same.
    pub(super) fn of(index: &'b Index<'a>, root: &'b RootCrate<'a>) -> Self {
        let mut closure = Self {
            index,
            root,
            nodes: vec![Node {
                package: root.package,
                parent: None,
            }],
            libraries: vec![None; index.packages.len()],
        };
        let mut next = 0;
        while next < closure.nodes.len() {
            for (nth, link) in closure.links(next).iter().enumerate() {
                if closure.libraries[link.to].is_none() {
                    closure.libraries[link.to] = Some(closure.nodes.len());
                    closure.nodes.push(Node {
                        package: link.to,
                        parent: Some((next, nth)),
                    });
                }
            }
            next += 1;
        }
        closure
    }

    /// What a crate of it links.
    pub(super) fn links(&self, node: usize) -> &'b [Link] {
        if node == ROOT {
            &self.root.links
        } else {
            self.index
                .links(self.root.mode, self.root.side, self.nodes[node].package)
        }
    }

    /// The crates that link the library of a package directly, and by which of their links.
    pub(super) fn dependents(&self, package: usize) -> impl Iterator<Item = (usize, usize)> {
        (0..self.nodes.len()).flat_map(move |node| {
            let links = self.links(node).iter().enumerate();
            links
                .filter(move |(_, link)| link.to == package)
                .map(move |(nth, _)| (node, nth))
        })
    }

    /// A library and all that it is linked through, but for the root.
    pub(super) fn leading_to(&self, node: usize) -> impl Iterator<Item = usize> {
        let mut leads = vec![false; self.nodes.len()];
        let mut next = vec![node];
        while let Some(node) = next.pop() {
            if node != ROOT && !std::mem::replace(&mut leads[node], true) {
                let below = self.nodes[node].package;
                next.extend(self.dependents(below).map(|(node, _)| node));
            }
        }
        (0..leads.len()).filter(move |node| leads[*node])
    }

    /// The shortest chain to a crate.
    pub(super) fn chain(&self, node: usize) -> Chain {
        let mut steps = Vec::new();
        let mut at = node;
        while let Some((parent, nth)) = self.nodes[at].parent {
            steps.push(self.step(parent, nth));
            at = parent;
        }
        let package = self.index.packages[self.root.package];
        steps.push(Step {
            package: package.id.clone(),
            label: package.name.clone(),
            edge: String::new(),
        });
        steps.reverse();
        Chain(steps)
    }

    /// The shortest chain to a crate, and one link more.
    pub(super) fn chain_by(&self, node: usize, nth: usize) -> Chain {
        let mut chain = self.chain(node);
        chain.0.push(self.step(node, nth));
        chain
    }

    fn step(&self, from: usize, nth: usize) -> Step {
        let link = &self.links(from)[nth];
        let package = self.index.packages[link.to];
        Step {
            package: package.id.clone(),
            label: if from == ROOT && link.to == self.root.package {
                format!("{} (lib)", package.name)
            } else {
                package.label()
            },
            edge: link.edge.clone(),
        }
    }
}
