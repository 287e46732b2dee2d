//! `#[sam]` on traits with a generic method: arguments behind `dyn`, made at the call.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

use linkface_traits::attr::sam;

mod api {
    use super::sam;
    use std::fmt::{Debug, Display};

    pub(crate) struct Error;

    pub(crate) trait Len {
        fn len(&self) -> usize;
    }
    impl Len for Vec<i32> {
        fn len(&self) -> usize {
            Vec::len(self)
        }
    }
    impl Len for &str {
        fn len(&self) -> usize {
            str::len(self)
        }
    }

    #[sam]
    pub(crate) trait Callback {
        fn run(&self, val: impl Len) -> usize;
    }

    pub(crate) trait Visitor<'s> {
        fn visit(&mut self, s: &'s str);
    }

    #[sam]
    pub(crate) trait Resume<'s> {
        fn resume(&mut self, visitor: &mut impl Visitor<'s>) -> Result<(), Error>;
    }

    #[sam]
    pub(crate) trait Show {
        fn show<T: Display + Debug, W>(&self, t: &T, w: &mut W, n: usize) -> String
        where
            W: std::fmt::Write;
    }

    #[sam]
    pub(crate) trait Sum {
        fn sum(&mut self, it: impl Iterator<Item = u32>) -> u32;
    }

    /// Parameters, associated types and lifetimes in combined bounds.
    #[sam]
    pub(crate) trait Wide<'s, K: Copy> {
        type Out;
        fn wide<'a, V: Visitor<'a> + Lookup<'s, K> + Send>(
            &self,
            v: &mut V,
            l: impl Lookup<'a, Self::Out> + Len,
            s: &'a str,
        ) -> Self::Out;
    }

    pub(crate) trait Lookup<'s, K> {
        fn look(&self, key: &'s str) -> Option<K>;
    }

    #[sam]
    pub(crate) trait Gather {
        type Item;
        fn gather(&mut self, items: impl IntoIterator<Item = Self::Item>, name: impl Into<String>);
    }

    #[sam]
    pub(crate) trait Unbounded {
        fn take<T>(&mut self, value: T) -> bool;
    }

    #[sam]
    pub(crate) trait Bounded<'s> {
        fn bounded<'a>(
            &self,
            f: impl Fn() -> u8 + Send + 'static,
            g: &(impl Fn(&'a str) -> &'s str + ?Sized + 's),
            h: impl Sized + Len + 's,
            a: &'a str,
        ) -> usize;
    }

    #[sam]
    pub(crate) trait Sent<'s> {
        fn sent<'a>(
            &self,
            f: impl Fn() -> u8 + Send + 'static,
            g: &(impl Fn(&'a str) -> &'s str + 's),
            h: impl Sized + Len + 's,
            a: &'a str,
        ) -> usize;
    }

    #[sam]
    pub(crate) trait Apply {
        fn apply(self, f: impl Fn(&str) -> usize, text: &str) -> usize;
    }

    #[sam]
    pub(crate) trait Wait {
        async fn wait(&self, on: impl Future<Output = u8>, then: &impl Len) -> usize;
    }
}

use api::{
    Apply, Bounded, Callback, Error, Gather, Len, Lookup, Resume, Sent, Show, Sum, Unbounded,
    Visitor, Wait, Wide,
};

#[test]
fn by_value() {
    fn call_many(f: impl Callback) -> usize {
        f.run(vec![5]) + f.run("foo")
    }
    let k = 2;
    assert_eq!(call_many(Callback(|x| x.len() * k)), 8);
    assert_eq!(call_many(Callback(move |x| x.len() * k)), 8);
}

#[test]
fn by_mutable_reference() {
    struct All<'s>(Vec<&'s str>);
    impl<'s> Visitor<'s> for All<'s> {
        fn visit(&mut self, s: &'s str) {
            self.0.push(s);
        }
    }
    fn drive<'s>(mut resume: impl Resume<'s>) -> Result<Vec<&'s str>, Error> {
        let mut all = All(vec![]);
        resume.resume(&mut all)?;
        resume.resume(&mut all)?;
        Ok(all.0)
    }
    let text = String::from("a b");
    let text = &text[..];
    let mut start = None;
    let words = drive(Resume(|visitor| {
        *start.get_or_insert(0) += 1;
        for word in text.split(' ') {
            visitor.visit(word);
        }
        Ok(())
    }));
    assert!(matches!(words, Ok(words) if words == ["a", "b", "a", "b"]));
    assert_eq!(start, Some(2));
}

#[test]
fn several_bounds_and_where_clauses() {
    let prefix = "p";
    let show = Show(|t, w, n| {
        w.write_str(prefix).unwrap();
        format!("{t}/{t:?}/{n}")
    });
    let mut out = String::new();
    assert_eq!(show.show(&"q", &mut out, 3), "q/\"q\"/3");
    assert_eq!(out, "p");
}

#[test]
fn iterators() {
    let mut total = 0;
    let mut sum = Sum(|it| {
        let sum = it.map(|x| x + 1).sum::<u32>();
        total += sum;
        sum
    });
    assert_eq!(sum.sum([1, 2].into_iter()), 5);
    assert_eq!(sum.sum(0..3), 6);
    assert_eq!(total, 11);
}

#[test]
fn parameters_in_combined_bounds() {
    struct Both(Vec<String>);
    impl<'a> Visitor<'a> for Both {
        fn visit(&mut self, s: &'a str) {
            self.0.push(s.to_owned());
        }
    }
    impl<K: From<u8>> Lookup<'_, K> for Both {
        fn look(&self, key: &str) -> Option<K> {
            u8::try_from(key.len()).ok().map(Into::into)
        }
    }
    impl Len for Both {
        fn len(&self) -> usize {
            self.0.len()
        }
    }
    let wide = Wide(|v, l, s| {
        v.visit(s);
        let found: Option<u16> = v.look("ab");
        let length = u32::try_from(l.len()).unwrap();
        u32::from(found.unwrap_or(0)) + length
    });
    let mut both = Both(vec![]);
    assert_eq!(wide.wide(&mut both, Both(vec![String::new()]), "s"), 3);
    assert_eq!(both.0, ["s"]);
}

#[test]
fn conversions_take_place_before() {
    let mut all = vec![];
    let mut gather = Gather(|items, name| {
        all.extend(items);
        all.push(name.len());
    });
    gather.gather([1, 2], "abc");
    gather.gather(Some(7), String::new());
    assert_eq!(all, [1, 2, 3, 7, 0]);
}

#[test]
fn without_bounds() {
    let mut count = 0;
    let mut take = Unbounded(|_| {
        count += 1;
        count > 1
    });
    assert!(!take.take("a"));
    assert!(take.take(5));
}

#[test]
fn lifetimes_and_markers_in_bounds() {
    fn is_send<T: Send + ?Sized>(_: &T) -> usize {
        1
    }
    let sent = Sent(|f, g, h, a| usize::from(f()) + g(a).len() + h.len() + is_send(f));
    assert_eq!(sent.sent(|| 1, &|_| "ab", "abc", "x"), 7);
    // Without a known size there is no `dyn`.
    let f = linkface_traits::sam!(impl Bounded<'static> [] |f, g, h, a| {
        usize::from(f()) + g(a).len() + h.len()
    });
    assert_eq!(f.bounded(|| 1, &|_| "ab", "abc", "x"), 6);
}

#[test]
fn callbacks() {
    let text = String::from("x");
    let apply = Apply(move |f, more| f(&(text + more)));
    assert_eq!(apply.apply(str::len, "yz"), 3);
}

#[test]
fn asynchronous() {
    let wait = Wait(async |on, then: &dyn Len| usize::from(on.await) + then.len());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let future = std::pin::pin!(wait.wait(async { 3 }, &"ab"));
    assert_eq!(future.poll(&mut context), std::task::Poll::Ready(5));
}
