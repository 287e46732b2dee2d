//! No input makes the macros panic: a good one with any token left out, doubled, or cut off.

use super::{attribute, expression};
use proc_macro2::{Group, TokenStream, TokenTree};

const GOOD: &[&str] = &[
    "[::linkface_traits] move impl<'a, T: ?Sized + 'a, const N: usize> Store<'a, T> for [mut a = &b[..], n, &k, &mut log] \
     where T: Clone, Self: Send { type Item<'x> = (&'x T, _); const LIMIT: usize = 3; \
     #[cfg(x)] #[inline] fn get<'x>(&'x mut self, (p, q): (u8, u8), f: &dyn Fn(&str)) -> Option<Self::Item<'x>> { \
     a += Self::LIMIT; println!(\"{n:>w$.1} {}\", a, x = n); let S { n, .. } = s!(k => v { n }); \
     matches!(a, Some(n) if n > k); anon! { impl I for [a] { fn f(&self) { a } } }; { #[anon(n)] impl I for _ {} } None } \
     async fn own(self: Box<Self>) -> impl Debug { <Self::Item<'_>>::new(self, n) } fn free() -> ! { loop {} } }",
    "[$crate] impl Iterator for [mut a: &str, f: impl Fn(u8) -> u8 = |n| n] { fn next(self) { if let Some(x) = a && x { f(a) } } }",
    "[crate] impl A for { } unsafe impl B for _ { fn b(self: Pin<&mut Self>) -> &u8 { &b } }",
];

#[test]
fn garbage() {
    for good in GOOD {
        let good: TokenStream = good.parse().expect("tokens");
        for input in variants(&good) {
            expression(input.clone());
            // Without `[crate]`, under an attribute; and as the attribute's arguments.
            attribute(
                TokenStream::new(),
                input.clone().into_iter().skip(1).collect(),
            );
            attribute(input, good.clone().into_iter().skip(1).collect());
        }
    }
    for list in [
        "[a",
        "mut a = 1, &b, c: u8",
        "a =",
        "&",
        "move, crate = x, []",
        "@[a = b] a",
        "@",
    ] {
        let Ok(list) = list.parse::<TokenStream>() else {
            continue;
        };
        let item = "impl I for _ { fn i(&mut self) { a = b + c; } }"
            .parse()
            .expect("tokens");
        attribute(list, item);
    }
}

/// The stream, and the stream with a token left out, doubled or as the last, at any depth.
fn variants(good: &TokenStream) -> Vec<TokenStream> {
    let all: Vec<TokenTree> = good.clone().into_iter().collect();
    let mut variants = vec![good.clone()];
    for at in 0..all.len() {
        let (before, after) = (&all[..at], &all[at + 1..]);
        let with = |middle: &[TokenTree]| [before, middle, after].concat().into_iter().collect();
        variants.push(with(&[]));
        variants.push(with(&[all[at].clone(), all[at].clone()]));
        variants.push(before.iter().cloned().collect());
        if let TokenTree::Group(group) = &all[at] {
            for inner in variants_of(group) {
                variants.push(with(&[TokenTree::Group(inner)]));
            }
        }
    }
    variants
}

fn variants_of(group: &Group) -> impl Iterator<Item = Group> {
    let delimiter = group.delimiter();
    variants(&group.stream())
        .into_iter()
        .map(move |inner| Group::new(delimiter, inner))
}
