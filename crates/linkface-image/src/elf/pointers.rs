//! The pointers that a loader writes.

/// Where pointers stand, and what to.
#[derive(Default)]
pub(super) struct Pointers(Vec<(u64, u64)>);

/// What a pointer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An address of this image.
    Here(u64),
    /// A symbol, perhaps of another.
    Symbol,
}

/// Stands for a symbol: nothing is mapped so high. A plugin has hundreds of pointers, and memory that
/// wasn't used before is what takes longest.
const SYMBOL: u64 = u64::MAX;

impl Pointers {
    pub(super) fn reserve(&mut self, count: u64) {
        self.0.reserve(usize::try_from(count).unwrap_or(0));
    }

    pub(super) fn push(&mut self, at: u64, target: Target) {
        let target = match target {
            // Nothing is mapped at either.
            Target::Here(address) => address.min(SYMBOL - 1),
            Target::Symbol => SYMBOL,
        };
        self.0.push((at, target));
    }

    /// To be done before they are looked up.
    pub(super) fn sort(&mut self) {
        if !self.0.is_sorted_by_key(|(at, _)| *at) {
            self.0.sort_by_key(|(at, _)| *at);
        }
    }

    pub(super) fn at(&self, address: u64) -> Option<Target> {
        let found = self.0.binary_search_by_key(&address, |(at, _)| *at).ok()?;
        match self.0[found].1 {
            SYMBOL => Some(Target::Symbol),
            address => Some(Target::Here(address)),
        }
    }
}
