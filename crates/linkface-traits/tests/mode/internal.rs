//! Methods of internal impls, called where the trait isn't in scope.

mod shapes {
    use linkface_traits::attr::mode;
    use std::future::Future;
    use std::pin::Pin;

    pub(super) trait Forms<'t, T, const K: usize> {
        const SIZE: usize;
        type Out;
        type Many<'m>
        where
            Self: 'm;
        fn by_value(self) -> Self::Out;
        fn by_ref(&self, at: usize) -> Option<&T>;
        fn by_mut(&mut self) -> &mut T;
        fn boxed(self: Box<Self>) -> T;
        fn pinned(self: Pin<&mut Self>) -> usize;
        fn made(value: T) -> Self;
        fn generic<U: Into<T>, const N: usize>(&self, all: [U; N]) -> [T; N];
        fn argument(&self, text: impl AsRef<str>) -> usize;
        fn lent<'a, 'b: 'a>(&'a self, other: &'b T) -> &'a T
        where
            T: 'b;
        fn many(&self) -> Self::Many<'_>;
        fn sized(&self) -> [u8; K];
        fn iterator(&self) -> impl Iterator<Item = usize>;
        fn later(&mut self, by: usize) -> impl Future<Output = usize>;
        fn pattern(&self, pair: (u8, u8), mutable: u8) -> u8;
    }

    pub(super) struct Pair<'p, T: 'p, const K: usize>(pub(super) T, pub(super) &'p str);

    #[mode(internal)]
    impl<'t, T: Clone, const K: usize> Forms<'_, T, K> for Pair<'t, T, K>
    where
        T: PartialEq,
    {
        const SIZE: usize = K + 1;
        type Out = (T, &'t str);
        type Many<'m>
            = Vec<&'m T>
        where
            Self: 'm;

        fn by_value(self) -> Self::Out {
            (self.0, self.1)
        }
        fn by_ref(&self, at: usize) -> Option<&T> {
            (at == 0).then_some(&self.0)
        }
        fn by_mut(&mut self) -> &mut T {
            &mut self.0
        }
        fn boxed(self: Box<Self>) -> T {
            self.0
        }
        fn pinned(self: Pin<&mut Self>) -> usize {
            self.1.len()
        }
        fn made(value: T) -> Self {
            Self(value, "made")
        }
        fn generic<U: Into<T>, const N: usize>(&self, all: [U; N]) -> [T; N] {
            all.map(Into::into)
        }
        fn argument(&self, text: impl AsRef<str>) -> usize {
            text.as_ref().len()
        }
        fn lent<'a, 'b: 'a>(&'a self, other: &'b T) -> &'a T
        where
            T: 'b,
        {
            if *other == self.0 { other } else { &self.0 }
        }
        fn many(&self) -> Self::Many<'_> {
            vec![&self.0; K]
        }
        fn sized(&self) -> [u8; K] {
            [7; K]
        }
        fn iterator(&self) -> impl Iterator<Item = usize> {
            0..K
        }
        async fn later(&mut self, by: usize) -> usize {
            by + K
        }
        fn pattern(&self, (left, right): (u8, u8), mut mutable: u8) -> u8 {
            mutable += left + right;
            mutable
        }
    }
}

#[test]
fn every_form_of_method() {
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll, Waker};

    type Three<'p> = shapes::Pair<'p, u32, 3>;
    let mut pair = Three::made(5);
    assert_eq!(Three::SIZE, 4);
    assert_eq!(pair.by_ref(0), Some(&5));
    *pair.by_mut() = 6;
    assert_eq!(Pin::new(&mut pair).pinned(), 4);
    assert_eq!(pair.generic([1_u8, 2]), [1, 2]);
    assert_eq!(pair.generic::<u8, 1>([1]), [1]);
    assert_eq!(pair.argument(String::from("four")), 4);
    assert_eq!(*pair.lent(&6), 6);
    assert_eq!(pair.many(), [&6; 3]);
    assert_eq!(pair.sized(), [7; 3]);
    assert_eq!(pair.iterator().sum::<usize>(), 3);
    assert_eq!(pair.pattern((1, 2), 3), 6);
    {
        let later = pin!(pair.later(1));
        assert_eq!(
            later.poll(&mut Context::from_waker(Waker::noop())),
            Poll::Ready(4)
        );
    }
    assert_eq!(Box::new(Three::made(1)).boxed(), 1);
    assert_eq!(pair.by_value(), (6, "made"));
}

mod parameters {
    //! Parameters that only the trait has.
    use linkface_traits::attr::mode;

    pub(super) trait Add<R, const N: usize> {
        fn add(&self, right: R) -> [i64; N];
    }
    pub(super) struct Number(pub(super) i64);

    #[mode(internal)]
    impl<R: Copy, const N: usize> Add<R, N> for Number
    where
        i64: From<R>,
    {
        fn add(&self, right: R) -> [i64; N] {
            [self.0 + i64::from(right); N]
        }
    }

    pub(super) trait Reader<'a> {
        type Text;
        fn read(&self, from: &'a str, unused: &str) -> Self::Text;
    }
    #[mode(internal)]
    impl<'a> Reader<'a> for Number {
        type Text = &'a str;
        fn read(&self, from: &'a str, unused: &str) -> Self::Text {
            &from[unused.len()..]
        }
    }
}

#[test]
fn parameters_of_the_trait_move_to_the_methods() {
    let number = parameters::Number(1);
    let sum: [i64; 2] = number.add(2_u8);
    assert_eq!(sum, [3, 3]);
    assert_eq!(number.add::<i32, 1>(4), [5]);
    let text = String::from("some");
    assert_eq!(number.read(&text, "s"), "ome");
}

mod listed {
    //! Methods that the impl leaves to the trait.
    use linkface_traits::attr::mode;

    pub(super) struct Countdown(pub(super) u32);

    #[mode(internal)]
    impl Iterator for Countdown {
        type Item = u32;
        /// The next lower number.
        fn next(&mut self) -> Option<Self::Item> {
            self.0 = self.0.checked_sub(1)?;
            Some(self.0)
        }
        fn size_hint(&self) -> (usize, Option<usize>);
        fn last(self) -> Option<Self::Item>;
    }

    /// What is derived can be internal, too.
    #[derive(Clone)]
    pub(super) struct Copyable(pub(super) u32);

    #[mode(internal, derived, pub(crate))]
    impl Clone for Copyable {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self);
    }
}

/// No trait at all is in scope here: not even the prelude's.
mod no_prelude {
    #![no_implicit_prelude]

    #[test]
    fn methods_left_to_the_trait_can_be_listed() {
        let mut countdown = super::listed::Countdown(3);
        ::std::assert!(countdown.next() == ::std::option::Option::Some(2));
        ::std::assert!(countdown.size_hint() == (0, ::std::option::Option::None));
        ::std::assert!(countdown.last() == ::std::option::Option::Some(0));
    }

    #[test]
    fn derived_impls_can_be_internal() {
        let copy = super::listed::Copyable(3);
        let mut other = copy.clone();
        other.clone_from(&copy);
        ::std::assert!(other.0 == 3);
    }
}

mod except {
    use linkface_traits::attr::mode;

    pub(super) trait Sizes {
        const UNIT: u8;
        fn len(&self) -> usize;
        fn is_empty(&self) -> bool;
    }
    pub(super) struct Own;
    impl Own {
        pub(super) const UNIT: u8 = 1;
        #[expect(clippy::unused_self)]
        pub(super) fn len(&self) -> usize {
            1
        }
    }
    #[mode(internal, except(len, UNIT))]
    impl Sizes for Own {
        const UNIT: u8 = 2;
        fn len(&self) -> usize {
            2
        }
        fn is_empty(&self) -> bool {
            self.len() == 0 || <Self as Sizes>::UNIT != 2
        }
    }
}

#[test]
fn what_the_type_has_itself_is_left_out() {
    assert_eq!(except::Own.len(), 1);
    assert_eq!(except::Sizes::len(&except::Own), 2);
    assert!(!except::Own.is_empty());
    assert_eq!(except::Own::UNIT, 1);
}

mod attributes {
    use linkface_traits::attr::mode;

    pub(super) trait Here {
        fn here(&self) -> &'static std::panic::Location<'static>;
        fn gone(&self);
        #[cfg(any())]
        fn never(&self);
        fn used(&self) -> u8;
    }
    pub(super) struct Place;
    #[mode(internal)]
    impl Here for Place {
        #[track_caller]
        fn here(&self) -> &'static std::panic::Location<'static> {
            std::panic::Location::caller()
        }
        #[deprecated = "it is gone"]
        fn gone(&self) {}
        #[cfg(any())]
        fn never(&self) {}
        #[must_use]
        fn used(&self) -> u8 {
            1
        }
    }

    #[mode(internal)]
    #[cfg(any())]
    impl Here for Nowhere {
        fn gone(&self) {}
    }
}

#[test]
fn attributes_are_carried() {
    assert_eq!(attributes::Place.here().line(), line!());
    #[expect(deprecated)]
    attributes::Place.gone();
    #[expect(unused_must_use)]
    attributes::Place.used();
}

mod object {
    use linkface_traits::attr::mode;

    pub(super) trait Animal {}
    pub(super) struct Cat;
    impl Animal for Cat {}
    pub(super) trait Named {
        fn name(&self) -> &'static str;
    }
    #[mode(internal)]
    impl Named for dyn Animal + '_ {
        fn name(&self) -> &'static str {
            "animal"
        }
    }
}

#[test]
fn objects_of_own_traits() {
    let cat: &dyn object::Animal = &object::Cat;
    assert_eq!(cat.name(), "animal");
}

#[test]
fn in_macros_and_functions() {
    use linkface_traits::attr::mode;
    trait Stringer {
        fn string(&self) -> String;
    }
    macro_rules! stringer {
        ($name:ident, $ty:ty, $trait:path, $text:expr) => {
            struct $name;
            #[mode(internal)]
            impl $trait for $ty {
                fn string(&self) -> String {
                    String::from($text)
                }
            }
        };
    }
    stringer!(Woofer, Woofer, Stringer, "woof");
    stringer!(Meower, Meower, other::Other, "meow");
    assert_eq!(Woofer.string(), "woof");
    assert_eq!(Meower.string(), "meow");
}

mod other {
    pub(super) trait Other {
        fn string(&self) -> String;
    }
}
