//! Scopes where well-known names mean something else.

#![allow(dead_code, reason = "there to be in the way")]

#[allow(unreachable_pub, reason = "as traits of libraries are")]
mod tell {
    use linkface_traits::attr::*;

    /// Public, so what the language knows is named from everywhere.
    #[delegatable]
    pub trait Plain {
        /// Some.
        fn some(&self, it: Option<u8>) -> Result<Option<u8>, core::fmt::Error>;
        /// Turn.
        fn turn<T>(&self, it: &T) -> u16
        where
            T: Into<u16> + Clone + Send;
        /// Later.
        fn later(&self) -> impl Iterator<Item = u8> + Send;
        /// Any.
        fn any(&self, f: impl FnOnce(u8) -> u8) -> u8;
        /// Async.
        fn wait(&self) -> impl std::future::Future<Output = u8>;
        /// Raw.
        fn r#type(&self, r#fn: u8) -> u8;
    }

    impl Plain for u8 {
        fn some(&self, it: Option<u8>) -> Result<Option<u8>, core::fmt::Error> {
            Ok(it.or(Some(*self)))
        }
        fn turn<T>(&self, it: &T) -> u16
        where
            T: Into<u16> + Clone + Send,
        {
            it.clone().into()
        }
        fn later(&self) -> impl Iterator<Item = u8> + Send {
            [*self].into_iter()
        }
        fn any(&self, f: impl FnOnce(u8) -> u8) -> u8 {
            f(*self)
        }
        async fn wait(&self) -> u8 {
            *self
        }
        fn r#type(&self, r#fn: u8) -> u8 {
            r#fn
        }
    }
}

mod scope {
    mod core {}
    mod std {}
    struct Option;
    struct Result;
    struct Iterator;
    struct Future;
    trait Into {}
    trait Clone {}
    trait Send {}
    trait FnOnce {}
    const IT: u8 = 0;

    // On every type, by value.
    trait Everywhere: Sized {
        fn some(self) {}
        fn turn(self) {}
        fn later(self) {}
        fn any(self) {}
        fn wait(self) {}
    }
    impl<T> Everywhere for T {}

    pub(super) struct Star(pub(super) u8);

    ::linkface_traits::delegate! {
        impl super::tell::Plain for Star {
            use self.0.*;
        }
    }

    pub(super) struct Named(pub(super) u8);

    #[::linkface_traits::attr::delegate(use self.0.super::tell::Plain::{some, turn, later, any, wait, r#type})]
    impl super::tell::Plain for Named {}

    pub(super) struct Own(pub(super) Star);

    #[::linkface_traits::attr::delegate(use self.0.*)]
    impl super::tell::Plain for Own {}

    ::linkface_traits::delegate! {
        impl Own {
            pub(super) use super::tell::Plain::*;
        }
    }
}

fn check(it: &impl tell::Plain) {
    assert_eq!(it.some(None), Ok(Some(4)));
    assert_eq!(it.turn(&3_u8), 3);
    assert_eq!(it.later().collect::<Vec<_>>(), [4]);
    assert_eq!(it.any(|n| n + 1), 5);
    assert_eq!(it.r#type(3), 3);
}

#[test]
fn names_in_the_way_do_no_harm() {
    check(&scope::Star(4));
    check(&scope::Named(4));
    let own = scope::Own(scope::Star(4));
    check(&own);
    assert_eq!(own.any(|n| n), 4);
    assert_eq!(own.r#type(9), 9);
}
