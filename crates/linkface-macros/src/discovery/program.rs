//! The crates of a program, and how they depend on each other.

use super::files::Unread;
use linkface_symbol::{Declaration, Implementation};
use std::collections::{HashMap, HashSet, VecDeque};

/// The crates that are linked into a program, but for its root: those that use linkface, or that depend
/// on one that does.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) crates: Vec<Crate>,
    pub(crate) direct: Vec<Direct>,
    pub(super) unread: Unread,
}

/// A compiled crate.
#[derive(Debug, Default)]
pub(crate) struct Crate {
    /// The name of its file.
    pub(crate) name: String,
    /// Its package's name and version, if it has markers.
    pub(crate) package: Option<(String, String)>,
    /// All crates that it was compiled with, theirs too: places in `Program::crates`.
    pub(crate) dependencies: HashSet<usize>,
    pub(crate) declared: Vec<Declaration>,
    pub(crate) implemented: Vec<Implementation>,
}

/// A crate that the root depends on.
#[derive(Debug)]
pub(crate) struct Direct {
    /// As the root spells it.
    pub(crate) name: String,
    pub(crate) place: usize,
}

impl Program {
    /// The direct dependencies that are providers, or that lead to one.
    pub(crate) fn providers(&self) -> impl Iterator<Item = &Direct> {
        let implements = |place: &usize| !self.crates[*place].implemented.is_empty();
        self.direct.iter().filter(move |direct| {
            implements(&direct.place)
                || self.crates[direct.place]
                    .dependencies
                    .iter()
                    .any(implements)
        })
    }

    /// Whether a part of it cannot be read: a dylib, a file that is gone.
    pub(crate) fn is_opaque(&self) -> bool {
        self.unread.is_program()
    }

    /// The direct dependency that this crate is.
    pub(crate) fn direct(&self, place: usize) -> Option<&Direct> {
        self.direct.iter().find(|direct| direct.place == place)
    }

    /// Package and crate, as far as a marker has told.
    pub(crate) fn package(&self, place: usize) -> &str {
        let found = &self.crates[place];
        found.package.as_ref().map_or(&found.name, |(name, _)| name)
    }

    /// What the root calls this crate.
    pub(crate) fn name(&self, place: usize) -> &str {
        self.direct(place)
            .map_or(&self.crates[place].name, |direct| &direct.name)
    }

    /// Dependencies that are nobody else's on the way: certainly named in the crate's own manifest.
    /// Metadata lists all crates below, not who asked for which.
    fn nearest(&self, place: usize) -> Vec<usize> {
        let all = &self.crates[place].dependencies;
        let mut nearest: Vec<usize> = all
            .iter()
            .copied()
            .filter(|below| {
                !all.iter()
                    .any(|other| self.crates[*other].dependencies.contains(below))
            })
            .collect();
        nearest.sort_unstable();
        nearest
    }

    /// The crates that depend on `place` with nobody between.
    pub(crate) fn dependents(&self, place: usize) -> Vec<usize> {
        (0..self.crates.len())
            .filter(|other| {
                self.crates[*other].dependencies.contains(&place)
                    && self.nearest(*other).contains(&place)
            })
            .collect()
    }

    /// The shortest way from a direct dependency to the crate, both included.
    pub(crate) fn chain(&self, to: usize) -> Vec<usize> {
        let mut from: HashMap<usize, usize> = HashMap::new();
        let mut queue: VecDeque<usize> = VecDeque::new();
        for direct in &self.direct {
            if from.insert(direct.place, direct.place).is_none() {
                queue.push_back(direct.place);
            }
        }
        while let Some(place) = queue.pop_front() {
            if place == to {
                let mut chain = vec![place];
                let mut at = place;
                while from[&at] != at {
                    at = from[&at];
                    chain.push(at);
                }
                chain.reverse();
                return chain;
            }
            for next in self.nearest(place) {
                let leads_there = next == to || self.crates[next].dependencies.contains(&to);
                if leads_there && !from.contains_key(&next) {
                    from.insert(next, place);
                    queue.push_back(next);
                }
            }
        }
        vec![to]
    }
}
