//! Expansions are quiet under clippy's nursery, too.

#![deny(
    warnings,
    clippy::pedantic,
    clippy::nursery,
    missing_docs,
    unused_qualifications,
    single_use_lifetimes
)]
#![forbid(unsafe_code)]

use linkface_traits::{attr, delegate, sam};
use std::fmt::{Debug, Display};

/// A bound twice, if the lifetime's is said in the `where` clause.
#[attr::sam]
trait Borrow<'a, T: 'a + Clone> {
    fn borrow<'b>(&'b self, it: &'a T, and: &'b str) -> Option<&'b T>
    where
        'a: 'b;
}

/// Its future need not be `Send`.
#[attr::sam]
trait Wait {
    async fn wait(&self, text: &str) -> usize;
}

#[attr::sam]
trait Both {
    fn both(&self, it: impl Debug + Display) -> String;
}

#[attr::delegatable]
trait Serve<'a, T: 'a + Clone> {
    async fn serve(&self, text: &str) -> usize;
    fn lend<'b>(&'b self, it: &'a T, and: &'b str) -> Option<&'b T>
    where
        'a: 'b;
}

struct Base;

impl<'a, T: 'a + Clone> Serve<'a, T> for Base {
    async fn serve(&self, text: &str) -> usize {
        text.len()
    }
    fn lend<'b>(&'b self, it: &'a T, and: &'b str) -> Option<&'b T>
    where
        'a: 'b,
    {
        (and.len() > 1).then_some(it)
    }
}

struct Wrap(Base);

delegate! {
    impl<'a, T: 'a + Clone> Serve<'a, T> for Wrap {
        use self.0.*;
    }
}

fn ready<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => Some(value),
        std::task::Poll::Pending => None,
    }
}

#[test]
fn they_run() {
    let k = 2;
    let one = 1;
    assert_eq!(Borrow(|_: &u8, _| None).borrow(&one, ""), None);
    // That `'a` outlives `'b` is known to a method, and not to a closure.
    assert_eq!(
        sam!(impl Borrow<'_, u8> [] |it, _| Some(it)).borrow(&one, ""),
        Some(&1)
    );
    assert_eq!(
        ready(Wait(async |text: &str| text.len() + k).wait("a")),
        Some(3)
    );
    let named = sam!(impl Both [k: &usize] |it: impl Debug + Display| format!("{it:?}{it}{k}"));
    assert_eq!(named.both("a"), "\"a\"a2");
    assert_eq!(Both(|it| format!("{it:?}{it}{k}")).both("a"), "\"a\"a2");
    assert_eq!(ready(Serve::<u8>::serve(&Wrap(Base), "ab")), Some(2));
    assert_eq!(Wrap(Base).lend(&one, "ab"), Some(&1));
}
