//! Who implements what, and what is wrong.

use super::manifest::Manifest;
use super::program::Program;
use crate::ordered::{Numbers, insert};
use linkface_symbol::{Compat, Declaration, Item};
use std::collections::HashMap;

/// What is to be said of a program's façades.
pub(crate) struct Verdict<'a> {
    pub(crate) facades: Vec<Facade<'a>>,
}

/// A façade in a program.
pub(crate) struct Facade<'a> {
    /// As a crate name.
    pub(crate) name: &'a str,
    pub(crate) version: Compat,
    /// The crate that declares.
    pub(crate) place: usize,
    /// Items that need a provider, and that no crate of the program implements: the root may.
    pub(crate) missing: Vec<&'a Declaration>,
    /// Crates that implement other items of it.
    pub(crate) implementors: Numbers,
    /// Crates that implement another version of it, if something is missing here.
    pub(crate) others: Vec<(usize, Compat)>,
    /// Crates that implement the same items, and those.
    pub(crate) conflicts: Vec<(Numbers, Vec<&'a Declaration>)>,
    /// Providers that only a library depends on.
    pub(crate) smuggled: Numbers,
    /// Items that one crate implements, that crate, and in which grade: the root must not.
    pub(crate) taken: Vec<(&'a Declaration, usize, Grade)>,
}

/// Two implementations of one grade collide, also if one of the other grade is there.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Grade {
    Ordinary,
    Default,
}

#[derive(Default)]
struct Implementors {
    ordinary: Numbers,
    default: Numbers,
}

impl<'a> Verdict<'a> {
    /// Of all façades in the program; what the root's manifest allows is not wrong.
    pub(crate) fn of(program: &'a Program, root: &Manifest) -> Self {
        let mut implementors: HashMap<&Item, Implementors> = HashMap::new();
        let mut versions: HashMap<&str, Vec<(usize, Compat)>> = HashMap::new();
        for (place, found) in program.crates.iter().enumerate() {
            for implemented in &found.implemented {
                let item = &implemented.item;
                let of_item = implementors.entry(item).or_default();
                if implemented.is_default {
                    of_item.default.insert(place);
                } else {
                    of_item.ordinary.insert(place);
                }
                let of_package = versions.entry(&item.package).or_default();
                let version = (place, item.version);
                if !of_package.contains(&version) {
                    insert(of_package, version, Ord::cmp);
                }
            }
        }
        let none = Implementors::default();
        let mut facades: Vec<Facade<'a>> = Vec::new();
        for (place, found) in program.crates.iter().enumerate() {
            for declared in &found.declared {
                let item = &declared.item;
                // Nobody else can implement it; its own crate did, or the linker says so.
                if !declared.is_public {
                    continue;
                }
                let same = |facade: &Facade<'_>| {
                    facade.place == place
                        && facade.name == item.package
                        && facade.version == item.version
                };
                let at = facades.iter().position(same).unwrap_or_else(|| {
                    facades.push(Facade::new(&item.package, item.version, place));
                    facades.len() - 1
                });
                facades[at].add(declared, implementors.get(item).unwrap_or(&none));
            }
        }
        for facade in &mut facades {
            facade.find_smuggled(program, root);
            if facade.missing.is_empty() {
                continue;
            }
            let version = facade.version;
            let mut about = vec![facade.name];
            for (place, other) in versions.get(facade.name).map_or(&[][..], Vec::as_slice) {
                if *other == version {
                    continue;
                }
                about.extend([program.package(*place), program.name(*place)]);
                // Of a crate's versions, the last.
                facade.others.retain(|(known, _)| known != place);
                facade.others.push((*place, *other));
            }
            let is_allowed = if facade.others.is_empty() {
                root.allows("LF0001", &[facade.name])
            } else {
                root.allows("LF0003", &about)
            };
            if is_allowed || program.is_opaque() {
                facade.missing.clear();
            }
        }
        Self { facades }
    }

    /// Only the conflicts among these crates and what they bring along: others may not be linked.
    pub(crate) fn keep(&mut self, program: &Program, named: &[usize]) {
        let linked = |place: &usize| {
            named
                .iter()
                .any(|root| root == place || program.crates[*root].dependencies.contains(*place))
        };
        let several = |providers: &Numbers| {
            let linked = providers.as_slice().iter().filter(|place| linked(place));
            linked.count() > 1
        };
        for facade in &mut self.facades {
            facade.smuggled = Numbers::default();
            facade.conflicts.retain(|(providers, _)| several(providers));
        }
    }
}

impl<'a> Facade<'a> {
    fn new(name: &'a str, version: Compat, place: usize) -> Self {
        Self {
            name,
            version,
            place,
            missing: Vec::new(),
            implementors: Numbers::default(),
            others: Vec::new(),
            conflicts: Vec::new(),
            smuggled: Numbers::default(),
            taken: Vec::new(),
        }
    }

    fn add(&mut self, declared: &'a Declaration, by: &Implementors) {
        let mut is_missing = declared.needs_a_provider();
        for (grade, rivals) in [
            (Grade::Ordinary, &by.ordinary),
            (Grade::Default, &by.default),
        ] {
            for place in rivals.as_slice() {
                is_missing = false;
                self.implementors.insert(*place);
            }
            match rivals.as_slice() {
                [] => {}
                [place] => self.taken.push((declared, *place, grade)),
                _ => self.conflict(rivals, declared),
            }
        }
        if is_missing {
            self.missing.push(declared);
        }
        // A default gives way to the root's choice: whoever brings it takes nothing away.
        for place in by.ordinary.as_slice() {
            self.smuggled.insert(*place);
        }
    }

    /// Conflicts are told in the order of the crates.
    fn conflict(&mut self, rivals: &Numbers, declared: &'a Declaration) {
        let known = self.conflicts.iter_mut().find(|(known, _)| known == rivals);
        if let Some((_, items)) = known {
            items.push(declared);
            return;
        }
        insert(
            &mut self.conflicts,
            (rivals.clone(), vec![declared]),
            |(one, _), (other, _)| one.as_slice().cmp(other.as_slice()),
        );
    }

    /// Of the ordinary providers, leaves those that are smuggled in.
    fn find_smuggled(&mut self, program: &Program, root: &Manifest) {
        let conflicts = &self.conflicts;
        let is_conflicting = |place| conflicts.iter().any(|(rivals, _)| rivals.contains(place));
        let declarer = program.package(self.place);
        self.smuggled.retain(|place| {
            let brings = |other: &usize| {
                *other == place || program.crates[*other].dependencies.contains(place)
            };
            program.direct(place).is_none()
                && place != self.place
                && program.package(place) != declarer
                // That is said already.
                && !is_conflicting(place)
                && !(0..program.crates.len())
                    .filter(brings)
                    .any(|other| {
                        let names = [program.package(other), program.name(other)];
                        root.allows("LF0004", &names)
                    })
        });
    }
}
