//! `sam!`: the forms that a constructor is enough for.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

use linkface_traits::sam;

mod api {
    use linkface_traits::attr::sam;
    use std::fmt::Display;

    #[sam]
    pub(crate) trait Tr<T> {
        type Out;
        fn run(&self, x: T, y: impl Display) -> Option<Self::Out>;
    }

    #[sam]
    pub(crate) trait Pair<'a, A: ?Sized, const N: usize> {
        type Left;
        type Right;
        fn pair(&mut self, a: &'a A, n: [u8; N]) -> (Self::Left, Self::Right);
    }

    #[sam]
    pub(crate) trait Handler<'r> {
        fn handle(&self, request: &'r str) -> &'r str;
    }

    #[sam]
    pub(crate) trait Take<T> {
        fn take(&self, value: T) -> usize;
    }
}

use api::{Handler, Pair, Take, Tr};

#[test]
fn the_name_alone() {
    let tr = sam!(impl Tr |x: i32, y| Some(format!("{x}, {y}")));
    assert_eq!(tr.run(1, 'c').as_deref(), Some("1, c"));
    let tr = sam!(impl Tr<_> |x: i32, y| Some(format!("{x}, {y}")));
    assert_eq!(tr.run(1, 'c').as_deref(), Some("1, c"));
    let tr = sam!(Tr, |x: u8, _| Some(x));
    assert_eq!(tr.run(1, 'c'), Some(1));
    let text = String::from("t");
    let tr = sam!(impl api::Tr move |x: u8, _| Some(text.len() + usize::from(x)),);
    assert_eq!(tr.run(1, 'c'), Some(2));
}

#[test]
fn arguments_are_pinned() {
    let tr = sam!(impl Tr<i64> |x, _| x.checked_add(1));
    assert_eq!(tr.run(3, ""), Some(4));
    let tr = sam!(impl Tr<_, Out = String> |x: u8, _| Some(char::from(x + 48).into()));
    assert_eq!(tr.run(3, ""), Some("3".to_owned()));
    let tr = sam!(impl api::Tr<u8, Out = u64> |x, _| Some(x.into()));
    assert_eq!(tr.run(3, ""), Some(3));
    let mut pair = sam!(impl Pair<'_, str, 2, Right = u16> |a, n| (a.len(), n[0].into()));
    assert_eq!(pair.pair("a", [3, 4]), (1, 3));
    let mut pair = sam!(impl Pair<str, 2> |a, n| (a.len(), n[0]));
    assert_eq!(pair.pair("a", [3, 4]), (1, 3));
}

#[test]
fn for_all_lifetimes() {
    fn serve(handler: impl for<'r> Handler<'r>) -> String {
        let text = String::from(" local ");
        handler.handle(&text).to_owned()
    }
    fn take(take: impl for<'a> Take<&'a str>) -> usize {
        let text = String::from("local");
        take.take(&text)
    }
    assert_eq!(
        serve(sam!(impl for<'r> Handler<'r> |request| request.trim())),
        "local"
    );
    let k = 2;
    assert_eq!(
        take(sam!(impl for<'a> Take<&'a str> |value| value.len() * k)),
        10
    );
}

#[test]
fn the_fn_traits_are_ordinary_closures() {
    let k = 100;
    let x = Some(42);
    assert_eq!(x.map(sam!(impl FnOnce(_) -> _ move |x| x * k)), Some(4200));
    let f = sam!(impl Fn(&str) -> usize |s| s.len() + k);
    assert_eq!(f("a"), 101);
    let mut n = 0;
    let mut next = sam!(impl core::ops::FnMut() || {
        n += 1;
    });
    next();
    next();
    assert_eq!(n, 2);
}

#[test]
fn functions() {
    fn add(x: u8, _: &mut dyn std::fmt::Display) -> Option<u8> {
        x.checked_add(1)
    }
    assert_eq!(sam!(impl Tr add).run(1, ""), Some(2));
    assert_eq!(sam!(impl Tr<u8> add).run(1, ""), Some(2));
}

mod declared_on_the_spot {
    use super::sam;
    use std::fmt;

    fn fibonacci() -> impl Iterator<Item = u64> + Copy {
        let mut state = [1, 1];
        sam!(impl Iterator { type Item; fn next(&mut self) -> Option<Self::Item>; } move || {
            let old = state[0];
            state = [state[1], old + state[1]];
            Some(old)
        })
    }

    #[test]
    fn an_iterator() {
        assert_eq!(fibonacci().take(6).collect::<Vec<_>>(), [1, 1, 2, 3, 5, 8]);
        let mut n = 0;
        let bytes = sam!(impl Iterator<Item = u8> {
            type Item;
            fn next(&mut self) -> Option<Self::Item>;
        } || {
            n += 1;
            Some(n)
        });
        assert_eq!(bytes.take(3).sum::<u8>(), 6);
    }

    struct Thing(u8);

    impl Thing {
        fn next_thingy(&self) -> u8 {
            self.0 + 1
        }
    }

    impl fmt::Debug for Thing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_list()
                .entry(&sam!(impl fmt::Debug {
                    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
                } |f| write!(f, "something {}", self.next_thingy())))
                .finish()
        }
    }

    #[test]
    fn a_helper_for_debug() {
        assert_eq!(format!("{:?}", Thing(1)), "[something 2]");
    }

    #[test]
    fn with_parameters() {
        let limit = 3;
        let same = sam!(
            impl<T> PartialEq<T> {
                fn eq(&self, other: &T) -> bool;
            },
            |n: &i32| *n == limit
        );
        assert!(same == 3 && same != 4);
        let same = sam!(impl PartialEq<i32> { fn eq(&self, other: &i32) -> bool; } |n| *n == limit);
        assert!(same == 3 && same != 4);
    }
}
