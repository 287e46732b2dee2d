//! Lists that stay sorted.
//!
//! They are short, and everybody downstream compiles this crate: std's sorting and its trees are a
//! tenth of its code where they are used for a handful of types.

use std::cmp::Ordering;

/// Puts `item` behind those that are not greater.
pub(crate) fn insert<T>(list: &mut Vec<T>, item: T, compare: impl Fn(&T, &T) -> Ordering) {
    let at = list.partition_point(|other| compare(other, &item) != Ordering::Greater);
    list.insert(at, item);
}

/// Sorted by number, each once.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Numbers(Vec<usize>);

impl Numbers {
    pub(crate) fn insert(&mut self, number: usize) {
        if !self.contains(number) {
            insert(&mut self.0, number, Ord::cmp);
        }
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    pub(crate) fn as_slice(&self) -> &[usize] {
        &self.0
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        self.0.retain(|number| keep(*number));
    }
}
