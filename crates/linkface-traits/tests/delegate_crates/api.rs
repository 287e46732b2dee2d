//! Declares traits, in modules whose imports nobody else has.

#![no_std]
#![deny(missing_docs, unreachable_pub, warnings)]
#![forbid(unsafe_code)]

/// Keys.
pub mod keys {
    /// A key.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Key<'a>(pub &'a str);
}

/// Stores.
pub mod store {
    use crate::keys::Key;
    use core::fmt::{Debug, Write};
    use linkface_traits::attr::*;

    /// A store.
    #[delegatable(use crate::keys::Key, use core::fmt::{Debug, Write}, use core::future::Future)]
    pub trait Store {
        /// How many.
        const MOST: usize;
        /// What comes out.
        type Out: Debug;
        /// Looks it up.
        fn get<'a>(&'a self, key: Key<'a>) -> Option<(Key<'a>, &'a Self::Out)>;
        /// Writes all.
        ///
        /// # Errors
        /// If it can't be written.
        fn dump<W: Write>(&self, to: &mut W) -> Result<(), core::fmt::Error>;
        /// Nothing of its own.
        fn make() -> Self
        where
            Self: Sized;
        /// Each.
        fn each(&self) -> impl Iterator<Item = &Self::Out>;
        /// Later.
        fn later(&self, key: &Key<'_>) -> impl Future<Output = usize>;
        /// Crates have paths, too.
        fn path(&self, key: crate::keys::Key<'_>) -> usize {
            key.0.len()
        }
    }
}

/// Small things.
pub mod plain {
    use linkface_traits::attr::*;

    /// Everything that is called.
    #[delegatable(use core::fmt::Write, use core::future::Future)]
    pub trait Plain {
        /// A number.
        fn boing() -> i32;
        /// A length.
        fn len(&self, more: usize) -> usize;
        /// Written.
        fn dump<W: Write>(&self, to: &mut W) -> bool;
        /// Awaited.
        fn wait(&self, n: u8) -> impl Future<Output = u8> + Send;
        /// Left alone.
        fn unused(&self) {}
    }
    use core::fmt::Write;
}
