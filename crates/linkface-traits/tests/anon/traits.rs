//! What traits and methods can look like.

use linkface_traits::{anon, attr::*};
use std::fmt::{self, Debug, Display, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

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

/// Every receiver.
trait Receivers {
    fn boxed(self: Box<Self>) -> String;
    fn counted(self: Rc<Self>) -> usize;
    fn pinned(self: Pin<&mut Self>, by: usize) -> usize;
    fn pinned_shared(self: Pin<&Self>) -> &str;
    fn typed(self: &mut Self) -> &mut String;
}

#[test]
fn receivers() {
    let text = String::from("a");
    let mut object = {
        #[anon(mut text)]
        impl Receivers for _ {
            fn boxed(self: Box<Self>) -> String {
                text
            }
            fn counted(self: Rc<Self>) -> usize {
                text.len()
            }
            fn pinned(self: Pin<&mut Self>, by: usize) -> usize {
                text.push_str(&"b".repeat(by));
                text.len()
            }
            fn pinned_shared(self: Pin<&Self>) -> &str {
                &text
            }
            #[allow(clippy::needless_arbitrary_self_type)]
            fn typed(self: &mut Self) -> &mut String {
                &mut text
            }
        }
    };
    assert_eq!(Pin::new(&mut object).pinned(2), 3);
    assert_eq!(Pin::new(&object).pinned_shared(), "abb");
    object.typed().push('c');
    assert_eq!(Rc::new(object.clone()).counted(), 4);
    assert_eq!(Box::new(object).boxed(), "abbc");
}

#[test]
fn futures() {
    let left = 3;
    let mut future = anon! { impl Future for _ {
        type Output = &'static str;
        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
            left -= 1;
            context.waker().wake_by_ref();
            if left == 0 { Poll::Ready("done") } else { Poll::Pending }
        }
    } };
    let mut context = Context::from_waker(Waker::noop());
    assert!(Pin::new(&mut future).poll(&mut context).is_pending());
    assert!(Pin::new(&mut future).poll(&mut context).is_pending());
    assert_eq!(
        Pin::new(&mut future).poll(&mut context),
        Poll::Ready("done")
    );
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Methods that return what has no name.
trait Modern {
    async fn add(&mut self, text: &str) -> usize;
    fn numbers(&self) -> impl Iterator<Item = usize>;
    fn longer<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> &'a str;
}

#[test]
fn async_methods_unnamed_outputs_and_bounds_on_lifetimes() {
    let text = String::new();
    let mut object = anon! { impl Modern for _ {
        async fn add(&mut self, more: &str) -> usize {
            std::future::ready(()).await;
            text += more;
            text.len()
        }
        fn numbers(&self) -> impl Iterator<Item = usize> { 0..text.len() }
        fn longer<'a, 'b: 'a>(&self, a: &'a str, b: &'b str) -> &'a str {
            if a.len() > text.len() { a } else { b }
        }
    } };
    assert_eq!(run(object.add("ab")), 2);
    assert_eq!(run(object.add("c")), 3);
    assert_eq!(object.numbers().sum::<usize>(), 3);
    assert_eq!(object.longer("abc", "d"), "d");
}

/// Functions without receiver, and methods that need no captures.
trait Shape: Debug + Clone {
    fn sides() -> u8;
    fn area(&self) -> f64;
    fn describe(&self) -> String;
    fn scaled<T: Into<f64>>(&self, by: T) -> f64 {
        self.area() * by.into()
    }
    fn visit(&self, visitor: impl Fn(f64)) {
        visitor(self.area());
    }
}

#[test]
fn methods_that_use_self_and_no_captures_stay_methods() {
    let (width, height) = (2.0, 3.0);
    let shape = anon! { impl Shape for _ where Self: Clone {
        fn sides() -> u8 { 4 }
        fn area(&self) -> f64 { width * height }
        fn describe(&self) -> String { format!("{} sides, area {}", Self::sides(), self.area()) }
        fn visit(&self, visitor: impl Fn(f64)) { visitor(self.area() + 1.0); }
    } };
    fn sides<S: Shape>(_: &S) -> u8 {
        S::sides()
    }
    assert_eq!(sides(&shape), 4);
    assert_eq!(shape.describe(), "4 sides, area 6");
    assert!((shape.scaled(2_u8) - 12.0).abs() < 1e-9);
    shape.visit(|area| assert!((area - 7.0).abs() < 1e-9));
}

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

/// Calls through an ABI.
trait Raw {
    extern "C" fn plain(&self, n: u8) -> u8;
}

#[test]
fn an_abi_is_kept() {
    let k = 2;
    let raw = anon! { impl Raw for _ {
        extern "C" fn plain(&self, n: u8) -> u8 { n * k }
    } };
    assert_eq!(raw.plain(4), 8);
}

/// Arguments of every form.
trait Arguments {
    fn patterns(&self, pair: (i32, i32), list: &[i32; 2], by: u8) -> i32;
    fn callback(&mut self, call: &mut dyn FnMut(&str) -> bool) -> bool;
    fn never(&self) -> !;
}

#[test]
fn arguments_are_patterns() {
    let k = 1;
    let mut object = anon! { impl Arguments for _ {
        fn patterns(&self, (a, b): (i32, i32), &[c, _]: &[i32; 2], mut by: u8) -> i32 {
            by += 1;
            a + b + c + i32::from(by) + k
        }
        fn callback(&mut self, call: &mut dyn FnMut(&str) -> bool) -> bool { k += 1; call(&k.to_string()) }
        fn never(&self) -> ! { panic!("{k}") }
    } };
    assert_eq!(object.patterns((1, 2), &[3, 4], 5), 13);
    let mut heard = String::new();
    assert!(object.callback(&mut |text| {
        heard.push_str(text);
        true
    }));
    assert_eq!(heard, "2");
    assert!(std::panic::catch_unwind(|| object.never()).is_err());
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
