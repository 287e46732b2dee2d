//! The traits and types that the article on impl modes speaks of.

mod library {
    use linkface_traits::attr::mode;
    use std::borrow::Borrow;
    use std::fmt;

    pub(super) trait Stringer {
        fn string(&self) -> String;
    }
    pub(super) trait Loud {
        fn string(&self) -> String;
    }

    /// Dogs are their strings.
    pub(super) struct Woofer;
    #[mode(internal)]
    impl Stringer for Woofer {
        fn string(&self) -> String {
            "woof".into()
        }
    }
    #[mode(extension)]
    impl Loud for Woofer {
        fn string(&self) -> String {
            "WOOF".into()
        }
    }
    #[mode(extension)]
    impl Stringer for i32 {
        fn string(&self) -> String {
            self.to_string()
        }
    }

    /// Iterators are there to be iterated, and cloned.
    pub(super) struct Evens(pub(super) u32);
    #[mode(internal)]
    impl Iterator for Evens {
        type Item = u32;
        fn next(&mut self) -> Option<u32> {
            self.0 += 2;
            Some(self.0)
        }
        fn take(self, n: usize) -> std::iter::Take<Self>;
    }
    #[mode(internal)]
    impl Clone for Evens {
        fn clone(&self) -> Self {
            Self(self.0)
        }
    }
    #[mode(external)]
    impl fmt::Debug for Evens {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_tuple("Evens").field(&self.0).finish()
        }
    }
    #[mode(external)]
    impl Borrow<u32> for Evens {
        fn borrow(&self) -> &u32 {
            &self.0
        }
    }
}

use library::{Evens, Woofer};

#[test]
fn internal_wins_over_extensions() {
    use library::Loud;
    assert_eq!(Woofer.string(), "woof");
    assert_eq!(Loud::string(&Woofer), "WOOF");
}

#[test]
fn extensions_need_their_trait() {
    use library::Stringer;
    assert_eq!(42.string(), "42");
}

#[test]
fn each_trait_in_its_mode() {
    let evens = Evens(0);
    let again = evens.clone();
    assert_eq!(evens.take(2).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(format!("{again:?}"), "Evens(0)");
    assert_eq!(std::borrow::Borrow::<u32>::borrow(&again), &0);
}
