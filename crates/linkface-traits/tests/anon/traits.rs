//! What traits can look like: lifetimes, parameters, associated items.

use linkface_traits::{anon, attr::*};
use std::fmt::{Debug, Display};

/// Lends, with a lifetime of its own, one that is left out, and a second argument.
trait Store<K> {
    type Value;
    const LIMIT: usize;
    const NAME: &'static str = "store";
    fn get<'a>(&'a self, key: &K) -> Option<&'a Self::Value>;
    fn find(&self, key: &K, otherwise: &str) -> &Self::Value;
    fn slot(&mut self, at: usize, _why: &str) -> &mut Self::Value;
    fn put(&mut self, key: K, value: Self::Value) -> bool;
    fn twice(&self) -> usize {
        2 * Self::LIMIT
    }
    fn thrice(&self) -> usize {
        3 * Self::LIMIT
    }
}

fn store<T: Debug + Clone>(first: T) -> impl Store<String, Value = T> {
    let entries = vec![(String::from("first"), first)];
    let extra = 1000;
    #[anon(move)]
    impl<T> Store<String> for _ {
        type Value = T;
        const LIMIT: usize = 2;
        fn get<'a>(&'a self, key: &String) -> Option<&'a Self::Value> {
            entries
                .iter()
                .find(|entry| entry.0 == *key)
                .map(|entry| &entry.1)
        }
        fn find(&self, key: &String, otherwise: &str) -> &Self::Value {
            let at = entries
                .iter()
                .position(|(name, _)| name == key || name == otherwise);
            &entries[at.unwrap_or_default()].1
        }
        fn slot(&mut self, at: usize, _why: &str) -> &mut T {
            &mut entries[at].1
        }
        fn put(&mut self, key: String, value: T) -> bool {
            // Bounds of the function around are there.
            let value: Self::Value = value.clone();
            if entries.len() == Self::LIMIT {
                return false;
            }
            entries.push((key, value));
            true
        }
        fn thrice(&self) -> usize {
            extra + Self::LIMIT
        }
    }
}

#[test]
fn lending_associated_items_defaults_and_outer_generics() {
    fn limit<K, S: Store<K>>(_: &S) -> (usize, &'static str) {
        (S::LIMIT, S::NAME)
    }
    let mut all = store('x');
    assert_eq!(limit(&all), (2, "store"));
    assert_eq!(all.get(&"first".into()), Some(&'x'));
    assert!(all.put("second".into(), 'y'));
    assert!(!all.put("third".into(), 'z'));
    *all.slot(1, "test") = 'w';
    assert_eq!(all.find(&"second".into(), ""), &'w');
    assert_eq!(all.find(&"third".into(), "second"), &'w');
    assert_eq!((all.twice(), all.thrice()), (4, 1002));
}

/// A lending iterator.
trait Lend {
    type Item<'a>
    where
        Self: 'a;
    fn lend<'a>(&'a mut self, _by: &str) -> Option<Self::Item<'a>>;
}

#[test]
fn generic_associated_types() {
    let mut numbers = vec![1, 2, 3, 4];
    let at = 0;
    let mut windows = anon! { impl Lend for [&mut numbers, mut at] {
        type Item<'a> = &'a mut [i32] where Self: 'a;
        fn lend<'a>(&'a mut self, _by: &str) -> Option<Self::Item<'a>> {
            at += 1;
            numbers.get_mut(at - 1..=at)
        }
    } };
    while let Some(pair) = windows.lend("") {
        pair[1] += pair[0];
    }
    assert_eq!(numbers, [1, 3, 6, 10]);
}

/// For every lifetime.
trait Parse<'a> {
    type Out;
    fn parse(&mut self, text: &'a str) -> Self::Out;
}

fn first<P: for<'a> Parse<'a, Out = usize>>(parse: &mut P) -> usize {
    let text = String::from("a b c");
    parse.parse(&text)
}

#[test]
fn traits_with_lifetimes() {
    let total = 0;
    let mut all = anon! { impl<'a> Parse<'a> for _ {
        type Out = usize;
        fn parse(&mut self, text: &'a str) -> usize { total += text.len(); total }
    } };
    assert_eq!((first(&mut all), first(&mut all)), (5, 10));

    let seen = 0;
    let mut words = anon! { impl<'a> Parse<'a> for _ {
        type Out = Option<&'a str>;
        fn parse(&mut self, text: &'a str) -> Self::Out { seen += 1; text.split(' ').nth(seen) }
    } };
    assert_eq!(
        (words.parse("a b c"), words.parse("a b c")),
        (Some("b"), Some("c"))
    );
}

/// One lifetime: what the function around borrows.
fn words<'text>(text: &'text str) -> impl Iterator<Item = &'text str> + use<'text> {
    let words = text.split(' ');
    #[anon]
    impl Iterator for _ {
        type Item = &'text str;
        fn next(&mut self) -> Option<&'text str> {
            words.next()
        }
    }
}

#[test]
fn lifetimes_that_the_function_around_declares_or_nobody() {
    assert_eq!(words("a b").collect::<Vec<_>>(), ["a", "b"]);
    let text = String::from("c d");
    let words = text.split(' ');
    // No name is there for how long `text` lives: none is needed.
    let it = anon! { impl Iterator for _ {
        type Item = &str;
        fn next(&mut self) -> Option<Self::Item> { let next: Option<Self::Item> = words.next(); next }
    } };
    assert_eq!(it.collect::<Vec<_>>(), ["c", "d"]);
}

#[test]
fn associated_types_are_inferred() {
    let n = 0_u8;
    let it = anon! { impl Iterator for _ {
        type Item = (_, Box<dyn Display>);
        fn next(&mut self) -> Option<Self::Item> {
            n += 1;
            (n < 3).then(|| (n, Box::new(n) as _))
        }
    } };
    let all: Vec<(u8, String)> = it.map(|(n, shown)| (n, shown.to_string())).collect();
    assert_eq!(all, [(1, "1".into()), (2, "2".into())]);
}

/// A constant parameter.
trait Chunks<const N: usize> {
    fn chunk(&mut self) -> Option<[u8; N]>;
}

fn chunks<const N: usize>(all: &[u8]) -> impl Chunks<N> + use<'_, N> {
    #[anon]
    impl<const N: usize> Chunks<N> for _ {
        fn chunk(&mut self) -> Option<[u8; N]> {
            let (chunk, rest) = all.split_first_chunk::<N>()?;
            all = rest;
            Some(*chunk)
        }
    }
}

#[test]
fn constant_parameters() {
    let mut all = chunks::<2>(b"abc");
    assert_eq!((all.chunk(), all.chunk()), (Some(*b"ab"), None));
}

fn keys<K, V>(pairs: Vec<(K, V)>) -> impl Iterator<Item = K>
where
    K: Ord + Clone,
{
    let mut pairs = pairs;
    pairs.sort_by(|a, b| b.0.cmp(&a.0));
    #[anon]
    impl<K> Iterator for _
    where
        K: Clone,
    {
        type Item = K;
        fn next(&mut self) -> Option<K> {
            pairs.pop().map(|(key, _)| key)
        }
    }
}

#[test]
fn where_clauses() {
    assert_eq!(keys(vec![(2, 'a'), (1, 'b')]).collect::<Vec<_>>(), [1, 2]);
}
