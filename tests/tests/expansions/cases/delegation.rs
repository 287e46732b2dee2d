//! An impl by what is there already.

use linkface_traits::attr::*;
use linkface_traits::delegate;

/// A key.
pub struct Key(pub usize);

/// Holds numbers.
#[delegatable(use crate::Key)]
pub trait Store {
    /// The most.
    const MOST: usize;
    /// The number at a key.
    fn get(&self, key: &Key) -> Option<u32>;
    /// Something that has a default.
    fn has(&self, key: &Key) -> bool {
        self.get(key).is_some()
    }
}

/// Two numbers.
pub struct Pair(pub [u32; 2]);
impl Store for Pair {
    const MOST: usize = 2;
    fn get(&self, key: &Key) -> Option<u32> {
        self.0.get(key.0).copied()
    }
}

/// Something around them.
pub struct Counted {
    /// The numbers.
    pub pair: Pair,
}
delegate! {
    impl Store for Counted {
        use (self.pair as Pair).*;
    }
    impl Counted {
        pub use Store::get;
    }
}
