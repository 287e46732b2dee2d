//! `#[sam]`: closures as traits, with everything inferred.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![allow(clippy::needless_pass_by_value, reason = "closures are passed on")]
#![forbid(unsafe_code)]

use linkface_traits::attr::sam;
use std::collections::HashMap;
use std::rc::Rc;

mod api {
    use super::sam;
    use std::fmt::Debug;

    /// Trait parameters, an associated type, a default.
    #[sam]
    pub(crate) trait Tr<T> {
        type Out;
        fn run(&self, x: T, y: &str) -> Option<Self::Out>;
        fn name(&self) -> &'static str {
            "default"
        }
    }

    #[sam]
    pub(crate) trait Finish {
        fn finish(self, text: &mut String) -> usize;
    }

    #[sam]
    pub(crate) trait Sink {
        type In;
        fn put(&mut self, item: Self::In);
    }

    #[sam]
    pub(crate) trait Job: Send + Sync {
        fn go<'a>(&self, s: &'a str, t: &str) -> &'a str;
    }

    #[sam]
    pub(crate) trait Token: Copy {
        fn value(&self) -> u32;
    }

    #[sam]
    pub(crate) trait Template: Clone + 'static
    where
        Self: Unpin + Debug,
    {
        fn render(&self, n: u8) -> String;
    }
}

use api::{Finish, Job, Sink, Template, Token, Tr};

fn use_tr<X: Tr<i32, Out = String> + Clone + Send>(x: &X) -> String {
    x.clone().run(1, "k").unwrap()
}

#[test]
fn shared() {
    let captured = String::from("c");
    let tr = Tr(|x: i32, y| Some(format!("{x}{y}{captured}")));
    assert_eq!(use_tr(&tr), "1kc");
    assert_eq!(tr.name(), "default");
    assert_eq!(format!("{tr:?}"), "Tr");
}

#[test]
fn parameters_can_be_written() {
    let tr = Tr::<i64, _, _>(|x, _| x.checked_add(1));
    assert_eq!(tr.run(3, ""), Some(4));
}

#[test]
fn once() {
    let captured = String::from("c");
    let finish = Finish(move |text| {
        text.push_str(&captured);
        drop(captured);
        text.len()
    });
    assert_eq!(finish.finish(&mut "ab".into()), 3);
}

#[test]
fn mutable() {
    let mut seen = vec![];
    let mut sink = Sink(|x| seen.push(x));
    sink.put(3_u8);
    sink.put(4);
    assert_eq!(seen, [3, 4]);
}

#[test]
fn lending_and_boxed() {
    fn jobs() -> Vec<Box<dyn Job>> {
        vec![Box::new(Job(|s, _| s)), Box::new(Job(|s, t| &s[t.len()..]))]
    }
    let all: Vec<&str> = jobs().iter().map(|job| job.go("xyz", "q")).collect();
    assert_eq!(all, ["xyz", "yz"]);
}

#[test]
fn supertraits() {
    fn twice(token: impl Token) -> u32 {
        let again = token;
        token.value() + again.value()
    }
    let n = 4;
    assert_eq!(twice(Token(move || n)), 8);

    let template = Template(|n| format!("<{n}>"));
    assert_eq!(template.clone().render(1), "<1>");
    assert_eq!(format!("{template:?}"), "Template");
}

#[test]
fn clone_and_auto_traits_are_the_closures() {
    fn clone<T: Clone>(_: &T) {}
    fn copy<T: Copy>(_: &T) {}
    fn send<T: Send + Sync + Unpin + std::panic::UnwindSafe>(_: &T) {}

    let n = 3_u8;
    let of_copy = Tr(move |(): (), _| Some(n));
    copy(&of_copy);
    send(&of_copy);

    let text = String::new();
    clone(&Tr(move |(): (), _| Some(text.clone())));

    // What a closure takes and returns decides nothing.
    let rc = Tr(|x: Rc<u8>, _| Some(x));
    copy(&rc);
    send(&rc);
    assert!(rc.run(Rc::new(1), "").is_some());
}

mod lifetimes {
    use super::sam;

    pub(crate) trait Visitor<'s> {
        fn visit(&mut self, s: &'s str);
    }

    #[sam]
    pub(crate) trait Each<'s> {
        fn each(&mut self, visitor: &mut dyn Visitor<'s>) -> usize;
    }

    #[sam]
    pub(crate) trait Named {
        fn name(&self) -> &str;
    }

    #[sam]
    pub(crate) trait Pick {
        fn pick<'me>(&'me self, from: &[u8]) -> Option<&'me u8>;
    }

    #[sam]
    pub(crate) trait Same {
        fn same<'me>(&'me self, other: &'me str) -> &'me str;
    }

    #[sam]
    pub(crate) trait Longest {
        fn longest<'a>(self, one: &'a str, two: &'a str) -> &'a str
        where
            Self: Sized;
    }
}

#[test]
fn lifetimes_of_the_trait() {
    use lifetimes::{Each, Visitor};
    struct All<'s>(Vec<&'s str>);
    impl<'s> Visitor<'s> for All<'s> {
        fn visit(&mut self, s: &'s str) {
            self.0.push(s);
        }
    }
    fn drive<'s>(mut each: impl Each<'s>) -> Vec<&'s str> {
        let mut all = All(vec![]);
        each.each(&mut all);
        all.0
    }
    let text = String::from("a b");
    let text = &text[..];
    let mut calls = 0;
    let words = drive(Each(|visitor| {
        calls += 1;
        text.split(' ').for_each(|word| visitor.visit(word));
        calls
    }));
    assert_eq!(words, ["a", "b"]);
}

#[test]
fn what_borrows_from_self_outlives_the_closure() {
    use lifetimes::{Longest, Named, Pick, Same};
    fn borrowed(name: &str) -> impl Named + '_ {
        Named(move || name)
    }
    fn boxed(name: &str) -> Box<dyn Named + '_> {
        Box::new(Named(move || name))
    }
    fn constant() -> Box<dyn Named> {
        Box::new(Named(|| "x"))
    }
    let name = String::from("n");
    assert_eq!(borrowed(&name).name(), "n");
    assert_eq!(boxed(&name).name(), "n");
    assert_eq!(constant().name(), "x");
    let local = Named(|| &name);
    assert_eq!(local.name(), "n");

    let table = [1, 2, 3];
    let pick = Pick(|from: &[u8]| table.get(from.len()));
    assert_eq!(pick.pick(&[0]), Some(&2));
    assert_eq!(Same(|other| other).same("o"), "o");
    let longest = Longest(|one, two| if one.len() > two.len() { one } else { two });
    assert_eq!(longest.longest("a", "bb"), "bb");
}

mod generics {
    use super::sam;
    use std::fmt::Debug;

    #[sam]
    pub(crate) trait Fill<T: ?Sized, const N: usize = 2>
    where
        T: Debug + 'static,
    {
        type Error: Debug + ?Sized;
        fn fill(&mut self, with: &T) -> Result<[u8; N], &Self::Error>
        where
            T: Debug;
    }

    pub(crate) struct Error;

    /// An associated type called like a type in its signature, and like a parameter.
    #[sam]
    pub(crate) trait Clash<F> {
        type Error;
        fn run(&self, f: F, error: Error) -> Result<<Self as Clash<F>>::Error, Error>;
    }

    #[sam]
    pub(crate) trait Raw {
        type r#Type;
        fn r#match(&self, r#in: u8) -> Self::r#Type;
    }

    #[sam]
    pub(crate) trait r#Try {
        fn r#try(&self) -> u8;
    }
}

#[test]
fn generics_of_the_trait() {
    use generics::{Clash, Error, Fill, Raw, Try};
    let mut fill = Fill::<str, 3, str, _>(|with| match with {
        "" => Err("empty"),
        text => Ok([text.len().try_into().unwrap_or(255); 3]),
    });
    assert_eq!(fill.fill("ab"), Ok([2; 3]));
    assert_eq!(fill.fill(""), Err("empty"));

    let clash = Clash(|f: u8, error: Error| if f == 0 { Err(error) } else { Ok('c') });
    assert!(clash.run(0, Error).is_err());
    assert!(matches!(clash.run(1, Error), Ok('c')));
    assert_eq!(Raw(|x| x + 1).r#match(1), 2);
    assert_eq!(Try(|| 5).r#try(), 5);
}

mod opaque {
    use super::sam;
    use std::fmt::Debug;

    #[sam]
    pub(crate) trait Fetch {
        fn fetch(&self, url: u32) -> impl Future<Output = u32> + Send;
    }

    #[sam]
    pub(crate) trait Many {
        type Key;
        fn many(&mut self, n: u8) -> Option<impl Iterator<Item = (Self::Key, impl Debug)>>;
    }

    #[sam]
    pub(crate) trait Lines {
        fn lines(&self) -> impl Iterator<Item = usize> + '_;
    }

    #[sam]
    pub(crate) trait Ask {
        async fn ask(&self, question: &str) -> String;
    }

    #[sam]
    pub(crate) trait Turn {
        async fn turn(&mut self, by: u8) -> u8;
    }

    #[sam]
    pub(crate) trait Close {
        async fn close(self, last: &mut String);
    }
}

/// Runs what is ready at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("not ready"),
    }
}

#[test]
fn opaque_returns() {
    use opaque::{Fetch, Lines, Many};
    fn send(f: impl Send + Future<Output = u32>) -> u32 {
        now(f)
    }
    let add = 2;
    assert_eq!(send(Fetch(|url| async move { url + add }).fetch(1)), 3);

    let mut many = Many(|n| (n > 0).then(|| (0..n).map(|i| (i, "v"))));
    assert!(many.many(0).is_none());
    assert_eq!(many.many(2).unwrap().map(|it| it.0).sum::<u8>(), 1);

    let text = String::from("a\nb");
    assert_eq!(Lines(|| text.lines().map(str::len)).lines().count(), 2);
}

#[test]
fn asynchronous() {
    use opaque::{Ask, Close, Turn};
    let suffix = String::from("?");
    let ask = Ask(async |question| format!("{question}{suffix}"));
    assert_eq!(now(ask.ask("why")), "why?");
    let ask = Ask(|question: &str| {
        let length = question.len();
        async move { length.to_string() }
    });
    assert_eq!(now(ask.ask("why")), "3");

    let mut sum = 0;
    let mut turn = Turn(async |by| {
        sum += by;
        sum
    });
    now(turn.turn(1));
    assert_eq!(now(turn.turn(2)), 3);

    let mut text = String::new();
    now(Close(async move |last: &mut String| last.push_str(&suffix)).close(&mut text));
    assert_eq!(text, "?");
}

#[test]
fn functions_are_closures_too() {
    fn add(x: i32, y: &str) -> Option<usize> {
        usize::try_from(x).ok().map(|x| x + y.len())
    }
    assert_eq!(Tr(add).run(1, "ab"), Some(3));
    let mut map = HashMap::new();
    map.insert("add", Tr::<i32, usize, fn(i32, &str) -> Option<usize>>(add));
    assert_eq!(map["add"].run(1, ""), Some(1));
}
