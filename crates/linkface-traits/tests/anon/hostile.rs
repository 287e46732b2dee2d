//! Where names mean something else.
#![allow(
    dead_code,
    missing_docs,
    clippy::pedantic,
    clippy::just_underscores_and_digits
)]

mod core {}
mod std {}
mod alloc {}
struct Option;
struct Result;
struct Box;
struct String;
struct Some;
struct None;
trait Iterator {}
trait Clone {}
trait Copy {}
trait Fn {}
trait FnMut {}
trait FnOnce {}
trait Debug {}
trait Unpin {}

/// Methods on everything.
trait Everything {
    fn clone(&self) -> u8 {
        0
    }
    fn next(&mut self) -> u8 {
        0
    }
    fn call(&self) {}
    fn call_mut(&mut self) {}
    fn fmt(&self) {}
    fn get_mut(&mut self) {}
}
impl<T: ?Sized> Everything for T {}

/// The trait that is implemented.
trait Count {
    type Number;
    fn count(&mut self) -> Self::Number;
    fn peek(&self) -> &Self::Number;
    fn pinned(self: ::core::pin::Pin<&mut Self>) -> Self::Number;
}

use ::linkface_traits::{anon, attr::*};

#[test]
fn names_of_the_prelude() {
    // Names like those in the expansion.
    let (state, __state, __0, f, s, new, __anonymous, object) = (1, 2, 3, 4, 5, 6, 7, 8);
    let mut it = {
        #[anon]
        impl Count for _ {
            type Number = i32;
            fn count(&mut self) -> i32 {
                state += __state + __0 + f + s + new + __anonymous + object;
                state
            }
            fn peek(&self) -> &i32 {
                &state
            }
            fn pinned(self: ::core::pin::Pin<&mut Self>) -> i32 {
                state += 1;
                state
            }
        }
    };
    assert_eq!(Count::count(&mut it), 36);
    assert_eq!(*it.peek(), 36);
    assert_eq!(::core::pin::Pin::new(&mut it).pinned(), 37);
    let copy = it;
    assert_eq!(::std::format!("{copy:?}"), "impl Count");
    let mut it = anon! { impl Count for [mut state: i32, __marker_: u8 = 0] {
        type Number = i32;
        fn count(&mut self) -> i32 { state += i32::from(__marker_); state }
        fn peek(&self) -> &i32 { &state }
        fn pinned(self: ::core::pin::Pin<&mut Self>) -> i32 { state += 1; state }
    } };
    assert_eq!(Count::count(&mut it), 1);
}

/// A trait whose name is a keyword elsewhere, and that is nowhere but in this function.
#[test]
fn local_traits_and_types() {
    struct Local(u8);
    trait Speak {
        fn speak(&mut self, to: Local) -> Local;
    }
    let k = 1;
    let mut it = anon! { impl Speak for _ {
        fn speak(&mut self, to: Local) -> Local { k += 1; Local(to.0 + k) }
    } };
    assert_eq!(it.speak(Local(1)).0, 3);
}

/// Methods of an impl with a `Self` of its own.
struct Outer {
    names: ::std::vec::Vec<&'static str>,
}

impl Outer {
    const LIMIT: i32 = 99;
    fn numbers(&self) -> impl ::core::iter::Iterator<Item = usize> + '_ {
        let all = &self.names;
        let at = 0;
        #[anon]
        impl ::core::iter::Iterator for _ {
            type Item = usize;
            fn next(&mut self) -> ::core::option::Option<Self::Item> {
                at += 1;
                all.get(at - 1).map(|name| name.len())
            }
        }
    }
}

#[test]
fn in_a_method() {
    let outer = Outer {
        names: ::std::vec!["a", "bc"],
    };
    assert_eq!(outer.numbers().sum::<usize>(), 3);
    assert_eq!(Outer::LIMIT, 99);
}

/// A constant of the impl, not the one of the type around it.
trait Limited {
    const LIMIT: i32;
    fn limit(&mut self) -> i32;
}

impl Outer {
    fn limited() -> impl Limited {
        let n = 0;
        #[anon]
        impl Limited for _ {
            const LIMIT: i32 = 7;
            fn limit(&mut self) -> i32 {
                n += Self::LIMIT;
                n
            }
        }
    }
}

#[test]
fn self_is_the_object() {
    let mut it = Outer::limited();
    assert_eq!((it.limit(), it.limit()), (7, 14));
}
