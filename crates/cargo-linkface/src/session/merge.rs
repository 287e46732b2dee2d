//! One set of packages in the place of several that were read for different configurations.

use linkface_graph::facts::CrateFacts;
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
