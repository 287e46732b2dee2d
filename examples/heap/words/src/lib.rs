//! A library that wants memory, and doesn't know where it comes from.

use std::collections::BTreeMap;

/// How often each word occurs.
#[must_use]
pub fn count(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// Something to count.
pub const TEXT: &str = "A box is a box is a box, says the allocator.";

/// A number in memory of its own. A function of its own, so that its code can be looked at.
#[must_use]
#[inline(never)]
pub fn boxed(number: u64) -> Box<u64> {
    Box::new(number)
}
