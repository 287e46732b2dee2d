#![feature(prelude_import)]
//! An impl by what is there already.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::attr::*;
use linkface_traits::delegate;

/// A key.
pub struct Key(pub usize);

#[doc = " Holds numbers."]
pub trait Store {
    #[doc = " The most."]
    const MOST: usize;
    #[doc = " The number at a key."]
    fn get(&self, key: &Key)
    -> Option<u32>;
    #[doc = " Something that has a default."]
    fn has(&self, key: &Key) -> bool { self.get(key).is_some() }
}
#[doc(hidden)]
#[macro_export]
#[allow(unused_macros, non_local_definitions)]
macro_rules! __Store_told_HASH {
    (@ trait [$ ($to : tt) *] $ ($rest : tt) *) =>
    {
        $ ($to) * !
        {
            {
                pub trait Store
                {
                    #[doc = " The most."] const MOST : usize;
                    #[doc = " The number at a key."] fn
                    get(& self, key : & $crate :: Key) -> :: core :: option ::
                    Option < u32 > ; #[doc = " Something that has a default."]
                    fn has(& self, key : & $crate :: Key) -> bool {}
                }
            } $ ($rest) *
        }
    }; ([$ ($linkface : tt) *] $ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        {
            "`Store` is a trait, and no interface: declare it with `#[linkface::interface(pub Proxy)]`"
        }
    }; ($ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        { "`Store` is a trait, and no macro: name it without `!`" }
    };
}
#[doc(hidden)]
#[allow(unused_imports)]
pub use __Store_told_HASH as Store;
const _: () =
    {
        #[allow(unused_imports)]
        use crate::Key;
    };

/// Two numbers.
pub struct Pair(pub [u32; 2]);
impl Store for Pair {
    const MOST: usize = 2;
    fn get(&self, key: &Key) -> Option<u32> { self.0.get(key.0).copied() }
}

/// Something around them.
pub struct Counted {
    /// The numbers.
    pub pair: Pair,
}
impl Store for Counted {
    const MOST: usize = <Pair as Store>::MOST;
    #[inline]
    #[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
    #[deny(unconditional_recursion)]
    fn get(&self, key: &crate::Key) -> ::core::option::Option<u32> {
        <Pair as Store>::get(&self.pair, key)
    }
    #[inline]
    #[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
    #[deny(unconditional_recursion)]
    fn has(&self, key: &crate::Key) -> bool {
        <Pair as Store>::has(&self.pair, key)
    }
}
impl Counted {
    #[doc = " The number at a key."]
    #[inline]
    #[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
    pub fn get(&self, key: &crate::Key) -> ::core::option::Option<u32> {
        <Self as Store>::get(self, key)
    }
}
