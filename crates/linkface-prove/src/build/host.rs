//! Crates that only build scripts and macros use.
//!
//! A crate that the program and its build script use is compiled twice, with other features and other
//! flags. Cargo's messages don't say which is which; the symbols do: what is linked is called.

use super::Unit;
use rustc_hash::{FxHashMap, FxHashSet};

/// Takes those copies of a crate away of which the root uses nothing, over however many crates, if it uses
/// another copy of it. `units` has the IR of a copy each; the root's is `root`.
pub(super) fn forget(root: &[Unit], mut copies: Vec<Vec<Unit>>) -> Vec<Vec<Unit>> {
    let krate = |copy: &[Unit]| copy.first().map(|unit| unit.krate.clone());
    let mut count: FxHashMap<_, usize> = FxHashMap::default();
    for copy in &copies {
        *count.entry(krate(copy)).or_default() += 1;
    }
    if count.values().all(|count| *count < 2) {
        return copies;
    }
    let used = used(root, &copies);
    let known: FxHashSet<_> = copies
        .iter()
        .zip(&used)
        .filter(|(_, used)| **used)
        .map(|(copy, _)| krate(copy))
        .collect();
    let mut used = used.into_iter();
    copies.retain(|copy| used.next().unwrap_or(true) || !known.contains(&krate(copy)));
    copies
}

/// Of each copy, whether the root uses it.
fn used(root: &[Unit], copies: &[Vec<Unit>]) -> Vec<bool> {
    let defined: Vec<FxHashSet<&str>> = copies
        .iter()
        .map(|copy| symbols(copy, true).collect())
        .collect();
    let mut used = vec![false; copies.len()];
    let mut open: Vec<&[Unit]> = vec![root];
    while let Some(units) = open.pop() {
        let called: FxHashSet<&str> = symbols(units, false).collect();
        for (at, copy) in copies.iter().enumerate() {
            if !used[at] && defined[at].iter().any(|symbol| called.contains(symbol)) {
                used[at] = true;
                open.push(copy);
            }
        }
    }
    used
}

/// The symbols of what is defined, or of what is used and isn't, without those that every copy has: what
/// isn't mangled.
fn symbols(units: &[Unit], defined: bool) -> impl Iterator<Item = &str> {
    let lines = units.iter().flat_map(|unit| unit.text.lines());
    let wanted = lines.filter(move |line| {
        let data = line.starts_with('@');
        let local = line.contains(" internal ") || line.contains(" private ");
        let elsewhere = line.starts_with("declare ") || data && line.contains(" external ");
        if defined {
            (data || line.starts_with("define ")) && !elsewhere && !local
        } else {
            elsewhere
        }
    });
    let names = wanted.filter_map(|line| {
        let name = line.split_once('@')?.1.split(['(', ' ']).next()?;
        Some(name.trim_matches('"'))
    });
    names.filter(|name| name.starts_with("_ZN") || name.starts_with("_R"))
}
