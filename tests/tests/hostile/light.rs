//! The macros of linkface-traits in the same scopes and under the same lints.

use crate::lints::{DENIED, RESTRICTED};
use crate::scopes::SHADOWS;
use linkface_tests::{Crate, Workspace};

/// Everything once, with paths that hold in any scope.
const LIGHT: &str = r#"
mod shapes {
    /// Something long.
    pub trait Len { fn len(&self) -> usize; }
    impl Len for &'static str { fn len(&self) -> usize { 3 } }

    #[::linkface_traits::attr::sam]
    pub trait Compare<T>: ::core::marker::Send {
        type Out;
        fn compare(&self, one: &T, other: &T) -> ::core::option::Option<Self::Out>;
    }
    #[::linkface_traits::attr::sam]
    pub trait Callback { fn run(&mut self, value: impl Len) -> usize; }
    #[::linkface_traits::attr::sam]
    pub trait Finish { fn finish(self, text: &str) -> usize; }

    #[::linkface_traits::attr::delegatable]
    pub trait Named {
        const KIND: u8;
        fn number(&self) -> u32;
        fn doubled(&self) -> u32 { self.number() * 2 }
        fn make(number: u32) -> Self where Self: ::core::marker::Sized;
    }
}

struct Inner(u32);
#[::linkface_traits::attr::mode(internal)]
impl shapes::Named for Inner {
    const KIND: u8 = 7;
    fn number(&self) -> u32 { self.0 }
    fn make(number: u32) -> Self { Inner(number) }
}
#[::linkface_traits::attr::mode(external)]
impl ::core::fmt::Debug for Inner {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { f.write_str("Inner") }
}
#[::linkface_traits::attr::mode(external)]
impl ::core::fmt::Display for Inner {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { f.write_str("inner") }
}
struct Outer(Inner);
::linkface_traits::delegate! {
    impl shapes::Named for Outer {
        use (self.0 as Inner).*;
        fn make(number: u32) -> Self { Outer(Inner(number)) }
    }
}

pub fn sums() -> [usize; 6] {
    let k = 4_usize;
    let compare = shapes::Compare(|one: &u8, other: &u8| ::core::option::Option::Some(one > other));
    let bigger = shapes::Compare::compare(&compare, &2, &1);
    let mut total = 0;
    let mut callback = shapes::Callback(|value| { total += shapes::Len::len(value) + k; total });
    let first = shapes::Callback::run(&mut callback, "abc");
    let second = shapes::Callback::run(&mut callback, "abc");
    let mut annotated = ::linkface_traits::sam!(
        impl shapes::Callback [k: &usize] |value: impl shapes::Len| -> usize { shapes::Len::len(&value) * *k }
    );
    let third = shapes::Callback::run(&mut annotated, "abc");
    let finish = ::linkface_traits::sam!(impl shapes::Finish move |text| str::len(text) + k);
    let fourth = shapes::Finish::finish(finish, "ab");
    let mut left = 3_usize;
    let mut down = ::linkface_traits::anon! { impl ::core::iter::Iterator for _ {
        type Item = usize;
        fn next(&mut self) -> ::core::option::Option<usize> {
            left = left.checked_sub(1)?;
            ::core::option::Option::Some(left)
        }
        fn count(self) -> usize { left * 10 }
    } };
    let _ = ::core::iter::Iterator::next(&mut down);
    let fifth = ::core::iter::Iterator::count(down);
    let outer = <Outer as shapes::Named>::make(21);
    let sixth = ::linkface_traits::q!(outer.shapes::Named::doubled()) as usize
        + ::linkface_traits::q!(outer.0.shapes::Named::number()) as usize
        + Inner::KIND as usize;
    ::core::assert!(bigger == ::core::option::Option::Some(true));
    let _ = (&outer.0 as &dyn ::core::fmt::Debug, &outer.0 as &dyn ::core::fmt::Display);
    [first, second, third, fourth, fifth, sixth]
}
"#;
const MAIN: &str = "fn main() { println!(\"{:?}\", light::sums()); }\n";
const PRINTS: &str = "[7, 14, 12, 6, 20, 70]\n";

fn check(name: &str, edition: &str, source: &str) {
    Workspace::new(name)
        .member(Crate::lib("light").traits().edition(edition).source(source))
        .member(Crate::bin("app").dep("light").source(MAIN))
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn everything_is_shadowed() {
    for edition in ["2021", "2024"] {
        // This macro is the user's own, and `assert!` a part of what is tested there.
        let source = format!("{SHADOWS}{LIGHT}");
        check(&format!("hostile-light-{edition}"), edition, &source);
    }
}

/// `#[diagnostic::on_unimplemented]`, which external impls need for their message, is the prelude's.
#[test]
fn there_is_no_prelude() {
    let light = LIGHT.replace("#[::linkface_traits::attr::mode(external)]", "");
    let source = format!("#![no_implicit_prelude]\nuse ::core::primitive::*;\n{light}");
    check("hostile-light-no-prelude", "2024", &source);
}

#[test]
fn there_is_no_std() {
    check(
        "hostile-light-no-std",
        "2024",
        &format!("#![no_std]\n{LIGHT}"),
    );
}

/// As the users of strict projects write it.
const CLEAN: &str = r#"
//! A library.
use linkface_traits::{anon, attr, delegate, q, qualified, sam};

/// Something long.
pub trait Length {
    /// How long.
    fn length(&self) -> usize;
}
impl Length for str {
    fn length(&self) -> usize {
        self.len()
    }
}
impl<T: Length + ?Sized> Length for &T {
    fn length(&self) -> usize {
        (*self).length()
    }
}

/// Compares.
#[attr::sam]
pub trait Compare<T> {
    /// What comes of it.
    type Out;
    /// Compares two.
    fn compare(&self, one: &T, other: &T) -> Self::Out;
}

/// Takes whatever is long.
#[attr::sam]
pub trait Callback {
    /// Takes it.
    fn run(&mut self, value: impl Length) -> usize;
}

/// Has a name and a number.
#[attr::delegatable]
pub trait Named {
    /// Of which kind.
    const KIND: u8;
    /// The name.
    fn name(&self) -> &str;
    /// The number.
    fn number(&self) -> u32 {
        7
    }
}

/// Something within.
#[derive(Clone, Debug)]
pub struct Inner {
    name: String,
}
#[attr::mode(internal)]
impl Named for Inner {
    const KIND: u8 = 3;
    fn name(&self) -> &str {
        &self.name
    }
}
#[attr::mode(external)]
impl core::fmt::Display for Inner {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.name)
    }
}

/// Something around it.
#[derive(Clone, Debug)]
pub struct Outer {
    inner: Inner,
}
delegate! {
    impl Named for Outer {
        use (self.inner as Inner).*;
    }
}

/// Is the first longer?
#[must_use]
pub fn longer<'texts>(by: usize) -> impl Compare<&'texts str, Out = bool> {
    Compare(move |one: &&str, other: &&str| one.len() > other.len() + by)
}

/// Adds lengths.
#[must_use]
pub fn adds(start: usize) -> [usize; 2] {
    let mut sum = start;
    let mut erased = Callback(|value| {
        sum += value.length();
        sum
    });
    let _ = erased.run("abc");
    let mut direct =
        sam!(impl Callback [start: &usize] |value: impl Length| -> usize { value.length() + *start });
    [erased.run("abc"), direct.run("abc")]
}

/// Counts down.
pub fn down(from: u32) -> impl Iterator<Item = u32> {
    #[attr::anon(move)]
    impl Iterator for _ {
        type Item = u32;
        fn next(&mut self) -> Option<u32> {
            from = from.checked_sub(1)?;
            Some(from)
        }
    }
}

/// The last of them.
#[must_use]
pub fn last(list: &[u32]) -> Option<u32> {
    let rest = list;
    let it = anon! { impl Iterator for [mut rest] {
        type Item = u32;
        fn next(&mut self) -> Option<u32> {
            let (first, others) = rest.split_first()?;
            rest = others;
            Some(*first)
        }
    } };
    it.last()
}

/// All of it.
#[must_use]
pub fn all(name: &str) -> (String, u32) {
    let outer = Outer {
        inner: Inner {
            name: name.to_owned(),
        },
    };
    (q!(outer.Named::name()).to_owned(), outer.inner.number())
}

qualified! {
    /// Qualified.
    #[must_use]
    pub fn qualified_number(of: &Outer) -> u32 {
        of.Named::number() + u32::from(<Outer as Named>::KIND)
    }
}
"#;

#[test]
fn lints_find_nothing() {
    // Only what the user wrote may be linted, and that is written to pass.
    let restricted = format!(
        "{RESTRICTED}#![allow(clippy::missing_docs_in_private_items, \
         clippy::missing_inline_in_public_items, clippy::min_ident_chars, \
         clippy::arithmetic_side_effects, clippy::absolute_paths, clippy::shadow_unrelated, \
         reason = \"the text below\")]"
    );
    for (name, lints) in [("denied", DENIED), ("restricted", &restricted)] {
        let case = Workspace::new(&format!("lints-light-{name}")).member(
            Crate::lib("light")
                .traits()
                .source(&format!("{lints}{CLEAN}")),
        );
        case.cargo("clippy").run().succeeds();
        case.check().succeeds().says_no("warning");
    }
}
