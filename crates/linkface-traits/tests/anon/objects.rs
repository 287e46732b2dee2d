//! What can be done with an object, and what it is made of.

use linkface_traits::{anon, attr::*};
use std::fmt::{self, Debug, Display, Formatter};

#[test]
fn one_object_with_several_traits() {
    let (low, high) = (0, 4);
    let it = anon! {
        impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> { low += 1; (low <= high).then_some(low) }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let left = usize::try_from(high - low).unwrap_or(0);
                (left, Some(left))
            }
        }
        impl DoubleEndedIterator for _ {
            fn next_back(&mut self) -> Option<Self::Item> { high -= 1; (low <= high).then_some(high + 1) }
        }
        impl ExactSizeIterator for _ {}
        impl Debug for _ {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result { write!(f, "{low}..{high}") }
        }
    };
    assert_eq!(it.len(), 4);
    assert_eq!(format!("{it:?}"), "0..4");
    assert_eq!(it.rev().collect::<Vec<_>>(), [4, 3, 2, 1]);
}

#[test]
fn an_object_is_an_argument_and_a_trait_object() {
    fn sum(numbers: impl IntoIterator<Item = i32>) -> i32 {
        numbers.into_iter().sum()
    }
    let n = 0;
    assert_eq!(
        sum(anon! { impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> { n += 1; (n < 4).then_some(n) }
        } }),
        6
    );
    let mut dynamic: Box<dyn Iterator<Item = i32>> = Box::new(anon!(impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            n += 1;
            Some(n)
        }
    }));
    assert_eq!(dynamic.next(), Some(1));
}

#[test]
fn conditional_members() {
    let n = 0;
    let mut it = anon! { impl Iterator for _ {
        type Item = u8;
        #[cfg(test)]
        fn next(&mut self) -> Option<u8> { n += 1; Some(n) }
        #[cfg(not(test))]
        fn next(&mut self) -> Option<u8> { no_such_function() }
        #[cfg(any())]
        fn count(self) -> usize { no_such_function() }
        /// Documented.
        #[inline(never)]
        #[allow(unused_variables)]
        fn nth(&mut self, n: usize) -> Option<u8> { let unused = 1; None }
    } };
    assert_eq!((it.next(), it.nth(0)), (Some(1), None));
}

#[test]
fn a_guard() {
    fn guard<T: Clone>(log: &mut Vec<T>, entry: T) -> impl Drop {
        #[anon(move)]
        impl<T: Clone + 'a> Drop for _ {
            fn drop(&mut self) {
                log.push(entry.clone());
            }
        }
    }
    let mut log = vec![1];
    drop(guard(&mut log, 2));
    let last = 3;
    {
        let _guard = anon! {
            impl Drop for [&mut log] { fn drop(&mut self) { log.push(last); } }
            impl Extend<i32> for _ {
                fn extend<I: IntoIterator<Item = i32>>(&mut self, _: I) {}
            }
        };
    }
    assert_eq!(log, [1, 2, 3]);
}

#[test]
fn a_lint_of_the_impl_is_about_every_body() {
    trait Two {
        fn first(&mut self) -> u32;
        fn second(&mut self) -> u32;
    }
    let n = 0_u32;
    let mut object = {
        #[anon]
        #[expect(unused_variables, reason = "one method has one")]
        impl Two for _ {
            fn first(&mut self) -> u32 {
                let unused = n;
                n += 1;
                n
            }
            fn second(&mut self) -> u32 {
                n += 1;
                n
            }
        }
    };
    assert_eq!((object.first(), object.second()), (1, 2));
}

#[test]
fn a_parameter_outlives_a_lifetime_of_the_impl() {
    trait Keep<'x, T: ?Sized> {
        fn keep(&mut self, value: &'x T) -> usize;
    }
    fn keeper<'x, T: ?Sized + 'x>() -> impl Keep<'x, T> {
        let kept = Vec::new();
        #[anon]
        impl<'x, T: ?Sized + 'x> Keep<'x, T> for _ {
            fn keep(&mut self, value: &'x T) -> usize {
                kept.push(size_of_val(value));
                kept.len()
            }
        }
    }
    let mut keeper = keeper::<str>();
    assert_eq!((keeper.keep("a"), keeper.keep("b")), (1, 2));
}

/// Whether a type is `Copy`: what a type says itself is found before what a trait says of every type.
macro_rules! is_copy {
    ($object:expr) => {{
        struct Probe<T>(core::marker::PhantomData<T>);
        #[allow(dead_code, reason = "one of the two is called")]
        impl<T: Copy> Probe<T> {
            fn copy(&self) -> bool {
                true
            }
        }
        #[allow(dead_code, reason = "one of the two is called")]
        trait Other {
            fn copy(&self) -> bool {
                false
            }
        }
        impl<T> Other for &Probe<T> {}
        fn probe<T>(_: &T) -> Probe<T> {
            Probe(core::marker::PhantomData)
        }
        (&probe(&$object)).copy()
    }};
}

#[test]
fn what_changes_is_no_copy() {
    let n = 0;
    let mut counter = anon! { impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { n += 1; Some(n) }
    } };
    let shown = anon! { move impl Display for _ {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result { write!(f, "{n}") }
    } };
    assert_eq!((is_copy!(counter), is_copy!(shown)), (false, true));
    let mut clone = counter.clone();
    assert_eq!(
        (counter.next(), counter.next(), clone.next()),
        (Some(1), Some(2), Some(1))
    );
    assert_eq!(shown.to_string(), "0");
}
