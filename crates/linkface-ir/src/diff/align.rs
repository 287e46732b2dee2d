//! Which line of the one function is which line of the other.

use super::line::{LEVELS, Lines};
use crate::model::Local;
use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Pairs of lines, in the order of both.
///
/// First those that say the same with the same operands are paired, then, between these, those that say
/// the same, and last those that do the same.
pub(super) fn pairs(one: &Lines, other: &Lines) -> Vec<(usize, usize)> {
    let (one, other) = (one.keys(), other.keys());
    let mut pairs = Vec::new();
    let whole = (0..one[0].len(), 0..other[0].len());
    level(&one, &other, whole, 0, &mut pairs);
    pairs
}

/// The depth is that of the levels.
fn level(
    one: &[Vec<u64>; LEVELS],
    other: &[Vec<u64>; LEVELS],
    (left, right): (Range<usize>, Range<usize>),
    at: usize,
    pairs: &mut Vec<(usize, usize)>,
) {
    let (Some(before), Some(after)) = (one.get(at), other.get(at)) else {
        return;
    };
    let slices = before.get(left.clone()).zip(after.get(right.clone()));
    let Some((before, after)) = slices.filter(|(one, other)| !one.is_empty() && !other.is_empty())
    else {
        return;
    };
    // What lies between pairs is looked at with less to be equal.
    let (mut from, mut to) = (left.start, right.start);
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            let (start, second) = (left.start + old_index, right.start + new_index);
            level(one, other, (from..start, to..second), at + 1, pairs);
            pairs.extend((start..start + len).zip(second..second + len));
            (from, to) = (start + len, second + len);
        }
    }
    level(one, other, (from..left.end, to..right.end), at + 1, pairs);
}

/// Gives `other` the names that `one` has for the same things, and names of their own to all else.
pub(super) fn rename(one: &Lines, other: &mut Lines, pairs: &[(usize, usize)]) {
    let mut same: FxHashMap<Local, &str> = FxHashMap::default();
    for (before, after) in pairs {
        let (Some(before), Some(after)) = (one.lines.get(*before), other.lines.get(*after)) else {
            continue;
        };
        for (before, after) in before.defines.iter().zip(&after.defines) {
            if let Some(name) = one.names.get(before.index()) {
                same.insert(*after, name);
            }
        }
    }
    let mut taken: FxHashSet<String> = one.names.iter().cloned().collect();
    let mut names = Vec::with_capacity(other.names.len());
    for (name, local) in other.names.iter().zip((0..).map(Local)) {
        if let Some(name) = same.get(&local) {
            names.push((*name).to_owned());
            continue;
        }
        let mut name = name.clone();
        while taken.contains(&name) {
            // A prime says: of the other text.
            name.push('\'');
        }
        taken.insert(name.clone());
        names.push(name);
    }
    other.names = names;
}
