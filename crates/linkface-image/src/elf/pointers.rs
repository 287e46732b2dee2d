//! The pointers that a loader writes.

/// Where pointers stand, and what to. A plugin has hundreds: memory that wasn't used before is what takes
/// longest.
#[derive(Default)]
pub(super) struct Pointers(Vec<(u32, u32)>);

/// What a pointer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An address of this image.
    Here(u64),
    /// A symbol, perhaps of another.
    Symbol,
}

/// Stands for a symbol, and all that is nowhere for an address that is: nothing is mapped so high.
const SYMBOL: u32 = u32::MAX;
const NOWHERE: u32 = SYMBOL - 1;

impl Pointers {
    pub(super) fn reserve(&mut self, count: usize) {
        self.0.reserve(count);
    }

    /// `at` is mapped.
    pub(super) fn push(&mut self, at: u64, target: Target) {
        let low = |address| u32::try_from(address).unwrap_or(NOWHERE).min(NOWHERE);
        let target = match target {
            Target::Here(address) => low(address),
            Target::Symbol => SYMBOL,
        };
        self.0.push((low(at), target));
    }

    /// To be done before they are looked up.
    pub(super) fn sort(&mut self) {
        if !self.0.is_sorted_by_key(|(at, _)| *at) {
            self.0.sort_by_key(|(at, _)| *at);
        }
    }

    pub(super) fn at(&self, address: u64) -> Option<Target> {
        let address = u32::try_from(address).ok()?;
        let found = self.0.binary_search_by_key(&address, |(at, _)| *at).ok()?;
        match self.0[found].1 {
            SYMBOL => Some(Target::Symbol),
            address => Some(Target::Here(address.into())),
        }
    }
}
