//! Names that only the trait's module has in scope.

#![allow(
    clippy::elidable_lifetime_names,
    reason = "each way to write a signature"
)]

#[allow(unreachable_pub, reason = "as traits of libraries are")]
mod store {
    use crate::names::store;
    use linkface_traits::attr::*;
    use std::collections::HashMap as Map;
    use std::fmt;
    use std::io::Write as Sink;

    #[derive(Clone, Copy, PartialEq, Debug)]
    pub struct Key<'a, T = u8>(pub &'a T);

    pub const SIZE: usize = 2;

    pub type Result<T> = std::result::Result<T, fmt::Error>;

    /// Says where its names are.
    #[delegatable(
        use crate::names::store::{self, Key, Result, SIZE},
        use std::{fmt, io::Write as Sink},
        use std::collections::HashMap as Map,
    )]
    pub trait Store<K = Key<'static>> {
        /// A type.
        const FIRST: Key<'static>;
        /// Like a name of elsewhere.
        type Out: fmt::Debug;
        /// Early and late lifetimes.
        fn get<'a>(&self, key: Key<'a>, again: &'a Key<'a, [u8; SIZE]>) -> Result<Key<'a>>;
        /// Bounds.
        fn dump<W: Sink, D>(&self, to: &mut W, it: &D) -> crate::names::Io<Self::Out>
        where
            D: fmt::Debug + ?Sized,
            Self: Sized;
        /// Bounds in place.
        fn show(&self, it: impl fmt::Display) -> String;
        /// A module.
        fn map<'k>(&self, map: &Map<u8, store::Key<'k>>) -> usize;
        /// The parameter has a name from there, too.
        fn key(&self, key: K) -> K;
    }
}

type Io<T> = std::result::Result<T, std::io::Error>;

// No name of the trait's is in scope here, or means something else.
mod elsewhere {
    #![allow(dead_code, reason = "there to be in the way")]

    struct Key;
    struct Result;
    trait Sink {}
    mod fmt {}
    const SIZE: u8 = 0;

    pub(super) struct Base;

    impl super::store::Store for Base {
        const FIRST: super::store::Key<'static> = super::store::Key(&1);
        type Out = u8;
        fn get<'a>(
            &self,
            key: super::store::Key<'a>,
            again: &'a super::store::Key<'a, [u8; 2]>,
        ) -> super::store::Result<super::store::Key<'a>> {
            let [first, _] = again.0;
            Ok(if *first == 0 {
                key
            } else {
                super::store::Key(first)
            })
        }
        fn dump<W: std::io::Write, D>(&self, to: &mut W, it: &D) -> super::Io<u8>
        where
            D: std::fmt::Debug + ?Sized,
        {
            write!(to, "{it:?}").map(|()| 5)
        }
        fn show(&self, it: impl std::fmt::Display) -> String {
            it.to_string()
        }
        fn map<'k>(&self, map: &std::collections::HashMap<u8, super::store::Key<'k>>) -> usize {
            map.len()
        }
        fn key(&self, key: super::store::Key<'static>) -> super::store::Key<'static> {
            key
        }
    }

    pub(super) struct Whole(pub(super) Base);

    #[linkface_traits::attr::delegate(use (self.0 as Base).*)]
    impl super::store::Store for Whole {}

    linkface_traits::delegate! {
        impl Whole {
            pub(super) use super::store::Store::*;
        }
    }
}

#[test]
fn names_are_found_from_everywhere() {
    let it = elsewhere::Whole(elsewhere::Base);
    let array = store::Key(&[3, 4]);
    assert_eq!(it.get(store::Key(&1), &array), Ok(store::Key(&3)));
    let mut text = Vec::new();
    assert_eq!(it.dump(&mut text, "a").expect("a vector takes it"), 5);
    assert_eq!(text, b"\"a\"");
    assert_eq!(it.show(1), "1");
    assert_eq!(it.map(&[(1, store::Key(&1))].into()), 1);
    assert_eq!(it.key(elsewhere::Whole::FIRST).0, &1);
}

mod numbered {
    use linkface_traits::attr::{delegatable, delegate};

    #[delegatable]
    pub(super) trait Pick {
        fn pick(&self, _: u8, argument1: u8, argument1_: u8) -> u8;
    }
    impl Pick for u8 {
        fn pick(&self, _: u8, one: u8, two: u8) -> u8 {
            self + 10 * one + 100 * two
        }
    }
    pub(super) struct Wrap(pub(super) u8);

    #[delegate(use self.0.*)]
    impl Pick for Wrap {}
}

#[test]
fn an_argument_without_a_name_gets_one_of_its_own() {
    assert_eq!(numbered::Pick::pick(&numbered::Wrap(3), 9, 2, 1), 123);
}
