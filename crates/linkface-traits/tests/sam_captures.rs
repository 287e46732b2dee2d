//! `sam!` with named captures: a generic method without `dyn`.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

use linkface_traits::sam;
use std::cell::Cell;
use std::fmt::{Debug, Display};

mod api {
    use linkface_traits::attr::sam;
    use std::fmt::Display;

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

    #[sam]
    pub(crate) trait CallbackMut {
        fn run(&mut self, val: impl Len);
    }

    #[sam]
    pub(crate) trait CallbackOnce {
        fn run<T: Len>(self, val: T) -> String;
    }

    /// No `dyn` for this.
    #[sam]
    pub(crate) trait Twice {
        fn twice<T: Clone>(&self, val: T) -> (T, T);
    }

    #[sam(static)]
    pub(crate) trait Fast {
        fn fast(&mut self, val: impl Display) -> usize;
    }

    #[sam]
    pub(crate) trait Tr<T> {
        type Out;
        fn run(&self, x: T, y: impl Display) -> Option<Self::Out>;
    }

    #[sam]
    pub(crate) trait Named {
        fn name(&self) -> &str;
    }

    #[sam]
    pub(crate) trait Resume<'s> {
        fn resume(&mut self, visitor: &mut impl Visitor<'s>) -> Result<(), Error>;
    }
    pub(crate) trait Visitor<'s> {
        fn visit(&mut self, s: &'s str);
    }
    pub(crate) struct Error;

    #[sam]
    pub(crate) trait Make {
        fn make<T: Default>(&self) -> T;
    }

    #[sam]
    pub(crate) trait Wait {
        async fn wait<T: Clone>(&self, value: &T) -> (T, usize);
    }
}

use api::{
    Callback, CallbackMut, CallbackOnce, Error, Fast, Len, Make, Named, Resume, Tr, Twice, Visitor,
    Wait,
};

fn call_many(f: impl Callback) -> usize {
    f.run(vec![5]) + f.run("foo")
}

fn call_mut(mut f: impl CallbackMut) {
    f.run(vec![5]);
    f.run("foo");
}

#[test]
fn nothing_captured() {
    assert_eq!(
        call_many(sam!(impl Callback |x: impl Len| -> usize { x.len() })),
        4
    );
    assert_eq!(call_many(sam!(impl Callback [] |x| x.len())), 4);
    assert_eq!(
        sam!(impl Twice |x: impl Clone| (x.clone(), x)).twice('a'),
        ('a', 'a')
    );
}

#[test]
fn borrowed() {
    let k = 3_usize;
    let reference = &k;
    assert_eq!(
        call_many(sam!(impl Callback [k: &usize] |x: impl Len| -> usize { x.len() * k })),
        12
    );
    assert_eq!(
        call_many(sam!(Callback, [k: &usize], |x: impl Len| -> usize { x.len() * k })),
        12
    );
    assert_eq!(
        call_many(sam!(impl Callback [reference: &usize] |x| x.len() * reference)),
        12
    );
    let words = vec![String::from("a")];
    assert_eq!(
        call_many(sam!(impl Callback [words: &[String]] |x| x.len() + words.len())),
        6
    );
}

#[test]
fn borrowed_for_change() {
    let mut log = Vec::new();
    let mut calls = 0;
    call_mut(
        sam!(impl CallbackMut [log: &mut Vec<usize>, calls: &mut u8] |x: impl Len| {
            log.push(x.len());
            *calls += 1;
        }),
    );
    assert_eq!(log, [1, 3]);
    assert_eq!(calls, 2);
}

#[test]
fn moved_and_made() {
    let cell = Cell::new(0);
    let text = String::from("t");
    let f = sam!(impl Callback [text: String, cell: &Cell<usize>, extra: usize = 5] |x| {
        cell.set(cell.get() + 1);
        x.len() + text.len() + extra
    });
    assert_eq!(call_many(f), 16);
    assert_eq!(cell.get(), 2);

    let mut fast = sam!(impl Fast [mut n: usize = 0] |x: impl Display| {
        n += x.to_string().len();
        n
    });
    assert_eq!(fast.fast("ab"), 2);
    assert_eq!(fast.fast(7), 3);

    let text = String::from("t");
    let once = sam!(impl CallbackOnce [mut text: String] |x: T| {
        text.push_str(&x.len().to_string());
        text
    });
    assert_eq!(once.run("ab"), "t2");
}

#[test]
fn helpers() {
    let k = 3;
    let off = 1;
    let f = sam!(impl Callback [emit = |n: usize| -> usize { n * k + off }] |x: impl Len| -> usize {
        emit(x.len())
    });
    assert_eq!(call_many(f), 14);

    let mut log = vec![];
    call_mut(
        sam!(impl CallbackMut [emit = |n: usize| log.push(n)] |x: impl Len| {
            emit(x.len());
        }),
    );
    assert_eq!(log, [1, 3]);

    let suffix = String::from("s");
    let once = sam!(impl CallbackOnce [end = |n: usize| -> String { format!("{n}{suffix}") }] |x: T| end(x.len()));
    assert_eq!(once.run("ab"), "2s");
    let mut n = 0;
    let once = sam!(impl CallbackOnce [mut end = |by: usize| -> usize { n += by; n }] |x: T| {
        end(x.len());
        end(1).to_string()
    });
    assert_eq!(once.run("ab"), "3");

    let f = sam!(impl Callback [emit: impl Fn(usize) -> usize = |n| n * k] |x| emit(x.len()));
    assert_eq!(call_many(f), 12);
}

#[test]
fn clone_and_copy_follow_the_captures() {
    fn copy<T: Copy + Debug>(it: T) -> String {
        format!("{it:?}")
    }
    let k = 3_usize;
    assert_eq!(
        copy(sam!(impl Callback [k: &usize] |x| x.len() * k)),
        "Callback"
    );
    let text = String::new();
    let f = sam!(impl Callback [text: String] |x| x.len() + text.len());
    assert_eq!(call_many(f.clone()) + call_many(f), 8);
}

#[test]
fn outer_parameters() {
    fn outer<'a, T: Debug>(value: &'a T, text: &'a str) -> (usize, Box<dyn Named + 'a>) {
        let f = sam!(impl<T: Debug> Callback [value: &T] |x: impl Len| -> usize {
            x.len() + format!("{value:?}").len()
        });
        (
            call_many(f),
            Box::new(sam!(impl Named [text: &'a str] || text)),
        )
    }
    fn clause<T>(value: T) -> usize
    where
        T: Debug,
    {
        call_many(sam!(impl<T> Callback [value: T] where T: Debug |x| {
            x.len() + format!("{value:?}").len()
        }))
    }
    let (n, named) = outer(&5_u8, "n");
    assert_eq!(n, 6);
    assert_eq!(named.name(), "n");

    assert_eq!(clause(1), 6);
}

#[test]
fn what_is_captured_can_be_lent() {
    let name = String::from("owned");
    let named: Box<dyn Named> = Box::new(sam!(impl Named [name: String] || &name));
    assert_eq!(named.name(), "owned");
}

#[test]
fn types_of_the_trait() {
    let plus = 1;
    let tr = sam!(impl Tr<_> [plus: &i32] |x: i32, y: impl Display| -> Option<String> {
        Some(format!("{} {y}", x + plus))
    });
    assert_eq!(tr.run(1, "y").as_deref(), Some("2 y"));
    let tr = sam!(impl Tr<i64, Out = i64> [] |x, _| x.checked_neg());
    assert_eq!(tr.run(1, "y"), Some(-1));
}

#[test]
fn lifetimes_of_the_trait() {
    struct All<'s>(Vec<&'s str>);
    impl<'s> Visitor<'s> for All<'s> {
        fn visit(&mut self, s: &'s str) {
            self.0.push(s);
        }
    }
    fn drive<'s>(mut resume: impl Resume<'s>) -> Result<Vec<&'s str>, Error> {
        let mut all = All(vec![]);
        resume.resume(&mut all)?;
        Ok(all.0)
    }
    struct Parser<'s> {
        text: &'s str,
    }
    let text = String::from("a b");
    let parser = Parser { text: &text };
    let mut start = None::<u32>;
    let words = drive(
        sam!(impl Resume<'s> [parser: &Parser<'s>, start: &mut Option<u32>]
            |visitor: &mut impl Visitor<'s>| {
                *start.get_or_insert(0) += 1;
                for word in parser.text.split(' ') {
                    visitor.visit(word);
                }
                Ok(())
            }
        ),
    );
    assert!(matches!(words, Ok(words) if words == ["a", "b"]));
    assert_eq!(start, Some(1));
}

#[test]
fn the_method_has_names_for_its_types() {
    let make = sam!(impl Make [] || T::default());
    assert_eq!(
        (make.make::<u8>(), make.make::<String>()),
        (0, String::new())
    );
    let make = sam!(impl Make for<D: Default> || -> D { D::default() });
    assert_eq!(make.make::<u8>(), 0);
}

#[test]
fn asynchronous() {
    let k = 2_usize;
    let wait = sam!(impl Wait [k: &usize] async |value: &T| (value.clone(), *k));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let future = std::pin::pin!(wait.wait(&'c'));
    assert_eq!(future.poll(&mut context), std::task::Poll::Ready(('c', 2)));
}

#[linkface_traits::attr::sam]
trait Sum {
    fn sum(&self, x: impl Debug) -> usize;
}

struct Counter(usize);

impl Counter {
    const START: usize = 1;

    fn count(&self) -> usize {
        let size = |_: usize| -> usize { size_of::<Self>() + self.0 };
        let run = sam!(impl Sum
        [this: &Counter = self, start: usize = Self::START, add = |n: usize| -> usize { n + self.0 }]
        |x: impl Debug| -> usize {
            struct Other;
            impl Other {
                fn new() -> Self {
                    Self
                }
                fn get(&self) -> usize {
                    self::two(self)
                }
            }
            drop(x);
            this.0 + start + add(Other::new().get())
        });
        run.sum(1) + size(1) - size_of::<Self>()
    }
}

fn two<T>(_: &T) -> usize {
    2
}

#[test]
fn items_in_the_body_have_a_self_of_their_own() {
    assert_eq!(Counter(3).count(), 3 + 1 + 2 + 3 + 3);
}
