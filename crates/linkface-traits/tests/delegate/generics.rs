//! Parameters of traits, types and methods.

#![allow(
    clippy::elidable_lifetime_names,
    clippy::needless_lifetimes,
    clippy::needless_pass_by_value,
    clippy::wrong_self_convention,
    reason = "each way to write a signature"
)]

use linkface_traits::attr::*;
use linkface_traits::delegate;
use std::fmt::{Debug, Display};

#[delegatable]
trait Convert<'t, X, const N: usize = 2>
where
    X: Iterator,
{
    fn feed(&mut self, x: X, first: X::Item) -> usize;
    fn lent(&self) -> &'t str;
    fn table(&self) -> [u8; N];
    fn show<T: Display, const M: usize>(&self, t: T, more: [u8; M]) -> String {
        format!("{t} {N} {M} {}", more.len())
    }
    fn named<'a>(&self, a: &'a str) -> &'a str {
        a
    }
}

struct Inner<'a>(&'a str);

impl<'a, X: Iterator, const N: usize> Convert<'a, X, N> for Inner<'a> {
    fn feed(&mut self, x: X, _: X::Item) -> usize {
        x.count()
    }
    fn lent(&self) -> &'a str {
        self.0
    }
    fn table(&self) -> [u8; N] {
        [1; N]
    }
}

// All names are in use on both sides.
struct Outer<'a, T, const M: usize>(Inner<'a>, T);

delegate! {
    impl<'a, T: Clone, const M: usize> Convert<'a, std::vec::IntoIter<T>, M> for Outer<'a, T, M>
    where
        T: Debug,
    {
        use self.0.*;
    }
}

struct Elided<'a>(Inner<'a>);

#[delegate(use (self.0).*)]
impl<'x> Convert<'x, std::ops::Range<i32>> for Elided<'x> {}

struct Static(Inner<'static>);

#[delegate(use self.0.*)]
impl Convert<'static, std::ops::Range<i32>, { 1 + 2 }> for Static {
    fn lent(&self) -> &'static str {
        "static"
    }
}

#[test]
fn a_traits_parameters_are_what_the_impl_says() {
    let mut it = Outer::<_, 3>(Inner("in"), 1_u8);
    let _ = it.1;
    assert_eq!(it.feed(vec![1_u8, 2].into_iter(), 1), 2);
    assert_eq!(it.lent(), "in");
    assert_eq!(it.table(), [1, 1, 1]);
    assert_eq!(it.show("t", [0; 2]), "t 3 2 2");
    assert_eq!(it.named("n"), "n");
    assert_eq!(Elided(Inner("e")).table(), [1, 1]);
    assert_eq!(Static(Inner("e")).table(), [1; 3]);
    assert_eq!(Static(Inner("e")).lent(), "static");
}

#[delegatable]
trait Methods {
    fn into_all(&self, all: impl Into<String>) -> String;
    fn size<T>(&self) -> usize;
    fn array<const N: usize>(&self) -> usize;
    fn evens(&self) -> impl Iterator<Item = u32> + '_;
    async fn wait(&self, text: &str) -> usize;
    fn each(&self, f: &mut dyn FnMut(&str));
    fn higher<F>(&self, f: F) -> usize
    where
        F: for<'a> Fn(&'a str) -> &'a str;
}

struct Base(Vec<u32>);

impl Methods for Base {
    fn into_all(&self, all: impl Into<String>) -> String {
        all.into()
    }
    fn size<T>(&self) -> usize {
        size_of::<T>()
    }
    fn array<const N: usize>(&self) -> usize {
        N
    }
    fn evens(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied().filter(|n| n % 2 == 0)
    }
    async fn wait(&self, text: &str) -> usize {
        self.0.len() + text.len()
    }
    fn each(&self, f: &mut dyn FnMut(&str)) {
        f("each");
    }
    fn higher<F>(&self, f: F) -> usize
    where
        F: for<'a> Fn(&'a str) -> &'a str,
    {
        f("abc").len()
    }
}

struct ByStar(Base);

#[delegate(use self.0.*)]
impl Methods for ByStar {}

struct ByName<'a>(&'a Base);

#[delegate(use (*self.0).{into_all, size, array, evens, wait, each, higher})]
impl<'a> Methods for ByName<'a> {}

impl ByFunctions {
    fn into_all(&self, all: impl Into<String>) -> String {
        self.0.into_all(all)
    }
    fn size<T>(&self) -> usize {
        self.0.size::<T>()
    }
    fn array<const N: usize>(&self) -> usize {
        self.0.array::<N>()
    }
    fn evens(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.evens()
    }
    async fn wait(&self, text: &str) -> usize {
        self.0.wait(text).await
    }
    fn each(&self, f: &mut dyn FnMut(&str)) {
        self.0.each(f);
    }
    fn higher<F: for<'a> Fn(&'a str) -> &'a str>(&self, f: F) -> usize {
        self.0.higher(f)
    }
}

struct ByFunctions(Base);

#[delegate(use ByFunctions::{into_all, size, array, evens, wait, each, higher})]
impl Methods for ByFunctions {}

fn check(it: &impl Methods) {
    assert_eq!(it.into_all("all"), "all");
    assert_eq!(it.size::<u16>(), 2);
    assert_eq!(it.array::<7>(), 7);
    assert_eq!(it.evens().collect::<Vec<_>>(), [2, 4]);
    let mut text = String::new();
    it.each(&mut |it| text.push_str(it));
    assert_eq!(text, "each");
    assert_eq!(it.higher(|text| &text[1..]), 2);
    let mut future = std::pin::pin!(it.wait("four"));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert_eq!(
        future.as_mut().poll(&mut context),
        std::task::Poll::Ready(8)
    );
}

#[test]
fn generic_methods_are_passed_on() {
    let base = || Base(vec![1, 2, 3, 4]);
    check(&base());
    check(&ByStar(base()));
    check(&ByName(&base()));
    check(&ByFunctions(base()));
}

// A method that is generic in the name of the impl's own parameter.
#[delegatable]
trait Same {
    fn same<'a, T: Debug, const N: usize>(&'a self, t: T, n: [T; N]) -> (&'a Self, String)
    where
        Self: Sized;
}

struct Clash<'a, T, const N: usize>(&'a [T; N]);

fn same<'x, 'b, A: Debug, B: Debug, const N: usize, const M: usize>(
    it: &'x Clash<'b, A, N>,
    t: B,
    n: [B; M],
) -> (&'x Clash<'b, A, N>, String) {
    (it, format!("{t:?} {n:?} {:?}", it.0))
}

delegate! {
    impl<'a, T: Debug, const N: usize> Same for Clash<'a, T, N> {
        use same;
    }
}

#[test]
fn names_of_parameters_may_meet() {
    assert_eq!(Clash(&[1, 2]).same('t', ['u']).1, "'t' ['u'] [1, 2]");
}

mod reference {
    use linkface_traits::attr::*;

    #[delegatable]
    trait Takes<T> {
        fn take(&self, t: T) -> T;
    }

    struct Echo;

    impl<T> Takes<T> for Echo {
        fn take(&self, t: T) -> T {
            t
        }
    }

    struct Wrap(Echo);

    #[delegate(use self.0.*)]
    impl Takes<&str> for Wrap {}

    #[delegate(use self.0.*)]
    impl Takes<Box<dyn Fn(&u8) -> &u8 + Send>> for Wrap {}

    #[test]
    fn lifetimes_left_out_in_the_head_are_the_impls() {
        assert_eq!(Wrap(Echo).take("a"), "a");
        let id: Box<dyn Fn(&u8) -> &u8 + Send> = Box::new(|it| it);
        assert_eq!(Wrap(Echo).take(id)(&3), &3);
    }
}
