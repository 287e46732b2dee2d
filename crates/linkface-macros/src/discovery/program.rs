//! The crates of a program, and how they depend on each other.

use super::unread::Unread;
use linkface_symbol::{Declaration, Implementation};
use std::cell::OnceCell;
use std::collections::VecDeque;

/// The crates that are linked into a program, but for its root: those that use linkface, or that depend
/// on one that does.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) crates: Vec<Crate>,
    pub(crate) direct: Vec<Direct>,
    pub(super) unread: Unread,
    ways: OnceCell<Ways>,
}

/// Who stands next to whom. Only errors ask, and many times.
#[derive(Debug)]
struct Ways {
    /// For each crate, dependencies that are nobody else's on the way: certainly named in the crate's
    /// own manifest. Metadata lists all crates below, not who asked for which.
    nearest: Vec<Vec<usize>>,
    /// For each crate, the one before it on the shortest way from the root; itself, if that is the root.
    before: Vec<Option<usize>>,
}

/// A compiled crate.
#[derive(Debug, Default)]
pub(crate) struct Crate {
    /// The name of its file.
    pub(crate) name: String,
    /// Its package's name and version, if it has markers.
    pub(crate) package: Option<(String, String)>,
    /// All crates that it was compiled with, theirs too: places in `Program::crates`.
    pub(crate) dependencies: Places,
    pub(crate) declared: Vec<Declaration>,
    pub(crate) implemented: Vec<Implementation>,
}

/// Places in `Program::crates`. A set of numbers would do; but macros are not optimized, whatever the
/// profile, and there may be as many as the square of the crates.
#[derive(Debug, Default)]
pub(crate) struct Places(Vec<bool>);

impl Places {
    pub(super) fn insert(&mut self, place: usize) {
        if self.0.len() <= place {
            self.0.resize(place + 1, false);
        }
        self.0[place] = true;
    }

    pub(crate) fn contains(&self, place: usize) -> bool {
        self.0.get(place).is_some_and(|is_in| *is_in)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len()).filter(|place| self.0[*place])
    }
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
        let implements = |place: usize| !self.crates[place].implemented.is_empty();
        self.direct.iter().filter(move |direct| {
            implements(direct.place)
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

    /// What the root calls this crate in its code, or else the package's name.
    pub(crate) fn name(&self, place: usize) -> &str {
        self.direct(place)
            .map_or_else(|| self.package(place), |direct| &direct.name)
    }

    /// What code calls this crate: the root's, or else everybody's.
    pub(crate) fn spelled(&self, place: usize) -> &str {
        self.direct(place)
            .map_or(&self.crates[place].name, |direct| &direct.name)
    }

    pub(super) fn new(crates: Vec<Crate>, direct: Vec<Direct>, unread: Unread) -> Self {
        Self {
            crates,
            direct,
            unread,
            ways: OnceCell::new(),
        }
    }

    /// The crates that depend on `place` with nobody between.
    pub(crate) fn dependents(&self, place: usize) -> Vec<usize> {
        let nearest = &self.ways().nearest;
        (0..self.crates.len())
            .filter(|other| nearest[*other].contains(&place))
            .collect()
    }

    /// The shortest way from a direct dependency to the crate, both included.
    pub(crate) fn chain(&self, to: usize) -> Vec<usize> {
        let before = &self.ways().before;
        let mut chain = vec![to];
        let mut at = to;
        while let Some(place) = before[at].filter(|place| *place != at) {
            chain.push(place);
            at = place;
        }
        chain.reverse();
        chain
    }

    fn ways(&self) -> &Ways {
        self.ways.get_or_init(|| {
            let nearest: Vec<Vec<usize>> = self
                .crates
                .iter()
                .map(|found| self.nearest(found))
                .collect();
            let mut before = vec![None; self.crates.len()];
            let mut queue: VecDeque<usize> = VecDeque::new();
            for Direct { place, .. } in &self.direct {
                if before[*place].is_none() {
                    before[*place] = Some(*place);
                    queue.push_back(*place);
                }
            }
            while let Some(place) = queue.pop_front() {
                for next in &nearest[place] {
                    if before[*next].is_none() {
                        before[*next] = Some(place);
                        queue.push_back(*next);
                    }
                }
            }
            Ways { nearest, before }
        })
    }

    fn nearest(&self, found: &Crate) -> Vec<usize> {
        let mut is_below = vec![false; self.crates.len()];
        for other in found.dependencies.iter() {
            for below in self.crates[other].dependencies.iter() {
                is_below[below] = true;
            }
        }
        let all = found.dependencies.iter();
        let mut nearest: Vec<usize> = all.filter(|below| !is_below[*below]).collect();
        nearest.sort_unstable();
        nearest
    }
}
