//! Facts of one crate that were read more than once.

use linkface_graph::facts::{CrateFacts, ItemRef};
use linkface_graph::packages::Packages;

/// What code says in any of the configurations, each thing once.
pub(super) fn packages(all: Vec<Packages>) -> Packages {
    let mut all = all.into_iter();
    let mut merged = all.next().unwrap_or_default();
    for (id, package) in all.flatten() {
        let Some(known) = merged.get_mut(&id) else {
            merged.insert(id, package);
            continue;
        };
        for (known, krate) in known.crates.iter_mut().zip(package.crates) {
            match (&mut known.facts, krate.facts) {
                (Some(known), Some(facts)) => add(known, facts),
                (known @ None, facts) => *known = facts,
                (Some(_), None) => {}
            }
        }
    }
    merged
}

fn add(known: &mut CrateFacts, more: CrateFacts) {
    add_missing(&mut known.declared, more.declared);
    add_missing(&mut known.implemented, more.implemented);
    add_missing(&mut known.links, more.links);
    add_missing(&mut known.loadable, more.loadable);
    add_missing(&mut known.exports, more.exports);
    add_missing(&mut known.impls, more.impls);
    known.entry = known.entry.max(more.entry);
    add_missing(&mut known.unread, more.unread);
    known.names.extend(more.names);
}

fn add_missing<T: PartialEq>(known: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

/// Adds what a compiled crate says beyond its source: what macros made. What both say stays as the source
/// has it, where people look.
pub(super) fn compiled(known: &mut CrateFacts, compiled: CrateFacts) {
    let mut added = false;
    for declared in compiled.declared {
        let mut items = known.declared.iter_mut();
        if let Some(one) = items.find(|one| one.path == declared.path) {
            one.hash = declared.hash;
        } else {
            known.declared.push(declared);
            added = true;
        }
    }
    for implemented in compiled.implemented {
        let name = last(&implemented.item);
        let mut implementations = known.implemented.iter();
        let is_known = implementations
            .any(|one| one.place.file == implemented.place.file && last(&one.item) == name);
        if !is_known {
            known.implemented.push(implemented);
            added = true;
        }
    }
    if added {
        known.origin = compiled.origin;
    }
}

/// The item's name, which both say.
fn last(item: &ItemRef) -> Option<&String> {
    match item {
        ItemRef::Path(path) | ItemRef::Exact { path, .. } => path.last(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_say_counts_once() {
        let facts = |names: &[&str]| CrateFacts {
            names: names.iter().map(ToString::to_string).collect(),
            unread: names
                .iter()
                .map(|name| linkface_graph::facts::Unread {
                    file: name.into(),
                    why: String::new(),
                })
                .collect(),
            ..CrateFacts::default()
        };
        let mut merged = facts(&["a", "b"]);
        add(&mut merged, facts(&["b", "c"]));
        assert_eq!(merged, facts(&["a", "b", "c"]));
    }
}
