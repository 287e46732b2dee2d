//! Lists and chains in words.

use super::uses::Use;
use crate::resolution::Chain;
use std::collections::BTreeSet;

/// How many of something are named before "and 3 more".
const NAMED: usize = 3;

/// "`a`", "`a` and `b`", "`a`, `b` and `c`", "`a`, `b`, `c` and 4 more".
pub(super) fn list(names: &[impl AsRef<str>]) -> String {
    let quoted = |name: &dyn AsRef<str>| format!("`{}`", name.as_ref());
    let (shown, last) = match names {
        [] => return String::new(),
        [one] => return quoted(one),
        [first @ .., last] if names.len() <= NAMED + 1 => (first, quoted(last)),
        _ => (&names[..NAMED], format!("{} more", names.len() - NAMED)),
    };
    let shown: Vec<String> = shown.iter().map(|name| quoted(name)).collect();
    format!("{} and {last}", shown.join(", "))
}

/// "two providers": a number as it is spelled within a sentence.
pub(super) fn count(number: usize) -> String {
    match number {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        _ => number.to_string(),
    }
}

/// `app → rng-mock 0.1.0 (dev) → rng 0.1.0`: a chain, with what is special about its edges.
pub(super) fn chain(chain: &Chain) -> String {
    let steps = chain.0.iter().map(|step| {
        if step.edge.trim().is_empty() {
            step.label.clone()
        } else {
            format!("{} ({})", step.label, step.edge.trim())
        }
    });
    steps.collect::<Vec<_>>().join(" → ")
}

/// Who requires the façade: the chains of all these roots, the shortest first; three at most. Those
/// that go through a provider only if there are no others: providers are there because of the others.
pub(super) fn required_by(group: &[Use<'_>]) -> Vec<String> {
    let mut chains: BTreeSet<(bool, usize, String)> = group
        .iter()
        .flat_map(|found| {
            found.facade.required_by.iter().map(|steps| {
                let through = goes_through_provider(found, steps);
                (through, steps.0.len(), chain(steps))
            })
        })
        .collect();
    let all = chains.first().is_some_and(|(through, ..)| *through);
    chains.retain(|(through, ..)| all || !through);
    let more = chains.len().saturating_sub(NAMED);
    let chains = chains.into_iter().take(NAMED);
    let mut notes: Vec<String> = chains
        .map(|(_, _, chain)| format!("required by {chain}"))
        .collect();
    if more > 0 {
        notes.push(format!("and by {more} more"));
    }
    notes
}

/// Whether somebody on the way to the façade provides it.
pub(super) fn goes_through_provider(found: &Use<'_>, chain: &Chain) -> bool {
    chain.0.iter().skip(1).any(|step| {
        let mut providers = found.facade.providers.iter();
        step.package != found.facade.package
            && providers.any(|provider| provider.package == step.package)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut() {
        for (names, said) in [
            (&[][..], ""),
            (&["a"], "`a`"),
            (&["a", "b"], "`a` and `b`"),
            (&["a", "b", "c"], "`a`, `b` and `c`"),
            (&["a", "b", "c", "d"], "`a`, `b`, `c` and `d`"),
            (&["a", "b", "c", "d", "e"], "`a`, `b`, `c` and 2 more"),
        ] {
            assert_eq!(list(names), said);
        }
    }
}
