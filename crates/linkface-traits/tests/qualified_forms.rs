//! The forms of a call, and where calls can stand.

#![deny(warnings, clippy::pedantic)]
// What clippy says of the samples themselves. Of expansions it has to say nothing.
#![allow(
    clippy::items_after_statements,
    clippy::many_single_char_names,
    clippy::redundant_closure_for_method_calls,
    clippy::same_item_push,
    clippy::undocumented_unsafe_blocks,
    clippy::unnecessary_literal_unwrap,
    clippy::unused_async
)]

use linkface_traits::attr::qualified as qualify;
use linkface_traits::{q, qualified};
use std::fmt::{Debug, Display};

mod shapes {
    pub(crate) trait Shape {
        fn name(&self) -> String;
        fn scaled(&self, by: u32) -> u32;
        fn grow(&mut self, by: u32) -> &mut Self;
        fn side(&self) -> u32;
        fn show<T: std::fmt::Debug>(&self, it: T) -> String {
            format!("{} {it:?}", self.name())
        }
        fn apply(&self, f: impl Fn(&str) -> usize) -> usize {
            f(&self.name())
        }
        /// # Safety
        /// None needed.
        unsafe fn raw(&self, by: u32) -> u32 {
            self.side() + by
        }
        /// # Safety
        /// None needed.
        unsafe fn raw_mut(&mut self) -> u32 {
            self.grow(1).side()
        }
        extern "C" fn foreign(&self) -> u32 {
            self.side()
        }
        fn fallible(&self) -> Result<u32, String> {
            if self.side() > 100 {
                Err(String::from("too large"))
            } else {
                Ok(self.side())
            }
        }
    }

    pub(crate) struct Square(pub(crate) u32);

    impl Shape for Square {
        fn name(&self) -> String {
            format!("square {}", self.0)
        }
        fn scaled(&self, by: u32) -> u32 {
            self.0 * by
        }
        fn grow(&mut self, by: u32) -> &mut Self {
            self.0 += by;
            self
        }
        fn side(&self) -> u32 {
            self.0
        }
    }

    impl Square {
        pub(crate) fn name(&self) -> &'static str {
            let _ = self.0;
            "inherent"
        }
    }

    pub(crate) trait Conv<T> {
        fn conv(&self) -> T;
        fn both<U: Default + std::fmt::Display>(&self, it: T) -> String
        where
            T: std::fmt::Display,
        {
            format!("{it} {}", U::default())
        }
    }

    impl Conv<u8> for Square {
        fn conv(&self) -> u8 {
            8
        }
    }

    impl Conv<String> for Square {
        fn conv(&self) -> String {
            String::from("s")
        }
    }

    impl<'a> Conv<&'a str> for Square {
        fn conv(&self) -> &'a str {
            "static"
        }
    }
}

use shapes::{Conv, Shape, Square};

#[test]
fn path_forms() {
    let x = Square(2);
    assert_eq!(x.name(), "inherent");
    assert_eq!(q!(x.Shape::name()), "square 2");
    assert_eq!(q!(x.shapes::Shape::name()), "square 2");
    assert_eq!(q!(x.self::shapes::Shape::name()), "square 2");
    assert_eq!(q!(x.crate::shapes::Shape::name()), "square 2");
    assert_eq!(q!(x.<Square as Shape>::name()), "square 2");
    assert_eq!(q!(x.<_ as Shape>::name()), "square 2");
    assert_eq!(q!(x.Conv::<u8>::conv()), 8);
    assert_eq!(q!(x.Conv::<String>::conv()), "s");
    assert_eq!(q!(x.Conv::<&str>::conv()), "static");
    assert_eq!(q!(x.crate::shapes::Conv::<u8>::both::<u16>(3)), "3 0");
    assert_eq!(q!(x.<Square as Conv<u8>>::both::<u16>(3)), "3 0");
    let inferred: u8 = q!(x.Conv::<_>::conv());
    assert_eq!(inferred, 8);
}

#[test]
fn literals_and_inference() {
    assert_eq!(q!("a".Into::<String>::into()), "a");
    assert_eq!(q!(42.ToString::to_string()), "42");
    assert_eq!(q!(1.5.ToString::to_string()), "1.5");
    let into: String = q!("a".Into::into());
    assert_eq!(into, "a");
    let bytes: &[u8] = q!("a".AsRef::as_ref());
    assert_eq!(bytes, b"a");
    assert!(q!("a".PartialEq::eq("a")));
}

#[test]
fn methods() {
    let mut x = Square(2);
    assert_eq!(q!(x.Shape::show("it")), "square 2 \"it\"");
    assert_eq!(q!(x.Shape::show::<u8>(1)), "square 2 1");
    assert_eq!(q!(x.Shape::apply(|name| name.len())), 8);
    assert_eq!(q!(x.Shape::apply(str::len)), 8);
    assert_eq!(unsafe { q!(x.Shape::raw(3)) }, 5);
    assert_eq!(unsafe { q!(x.Shape::raw_mut()) }, 3);
    assert_eq!(q!(x.Shape::foreign()), 3);
    q!(x.Shape::grow(1).Shape::grow(2));
    assert_eq!(x.0, 6);
    q!(x.Shape::grow(1)).0 = 20;
    assert_eq!(x.0, 20);
}

#[test]
fn precedence() {
    let x = Square(2);
    assert_eq!(q!(x.Shape::scaled(3) as u8 + 1), 7);
    assert_eq!(q!(1 + x.Shape::scaled(3) * 2), 13);
    assert_eq!(q!(!x.Shape::scaled(3)), !6);
    assert_eq!(q!(-i64::from(x.Shape::scaled(3))), -6);
    assert_eq!(q!(0..x.Shape::scaled(3)), 0..6);
    assert_eq!(q!(x.Shape::scaled(1)..=x.Shape::scaled(3)), 2..=6);
    assert_eq!(q!((&x.Shape::name()).len()), 8);
    assert_eq!(q!(&mut x.Shape::name()), "square 2");
    assert_eq!(q!([x.Shape::side(); 2][1]), 2);
    assert_eq!(q!(x.Shape::name().Into::<Box<str>>::into().len()), 8);
    assert_eq!(q!(x.Shape::scaled(x.Shape::scaled(x.Shape::side()))), 8);
    let nested = Some(Some(Square(3)));
    assert_eq!(q!(nested.unwrap().unwrap().Shape::side()), 3);
}

qualified! {
    fn everywhere(x: &Square, y: &mut Square) -> Result<String, String> {
        let mut all = vec![x.Shape::side(), 2 * y.Shape::side()];
        y.Shape::grow(1);
        y.Shape::grow(1).Shape::grow(1);
        if x.Shape::side() > 1 && !(x.Shape::name().is_empty()) {
            all.push(x.Shape::fallible()?);
        }
        match x.Shape::side() {
            side if side == y.Shape::side() => all.push(0),
            _ => all.push(y.Shape::scaled(2)),
        }
        let closure = |by| x.Shape::scaled(by);
        all.extend([1, 2].iter().map(|by| closure(*by)));
        for _ in 0..x.Shape::side() {
            all.push(7);
        }
        y.Shape::grow(1).0 = x.Shape::side();
        let pair = Pair { one: x.Shape::side(), two: y.Shape::side() };
        assert_eq!(pair.one, pair.two);
        assert_eq!(x.Shape::side(), y.Shape::side(), "{} {}", x.Shape::name(), 1);
        assert!(matches!(x.Shape::side(), side if side == y.Shape::side()));
        Ok(format!("{all:?} {} {name}", x.Shape::side(), name = y.Shape::name()))
    }

    struct Pair { one: u32, two: u32 }

    trait Twice: Shape {
        fn twice(&self) -> u32 { self.Shape::side() + self.Self::side() }
    }

    impl Twice for Square {
        fn twice(&self) -> u32 { 2 * self.Self::side() }
    }

    mod inner {
        use super::{Shape, Square};
        impl Square {
            pub(super) fn through_self(&mut self) -> u32 {
                self.Self::step();
                self.Self::step();
                self.Self::peek() + self.Shape::side()
            }
            fn step(&mut self) { self.0 += 1; }
            fn peek(&self) -> u32 { self.0 }
        }
    }
}

#[test]
fn in_items() {
    let mut y = Square(4);
    assert_eq!(
        everywhere(&Square(2), &mut y).unwrap(),
        "[2, 8, 2, 14, 2, 4, 7, 7] 2 square 2"
    );
    assert!(everywhere(&Square(200), &mut y).is_err());
    assert_eq!(Square(2).twice(), 4);
    assert_eq!(Square(2).through_self(), 8);
}

#[qualify]
fn under_the_attribute(x: &mut Square) -> String {
    x.grow::<impl shapes::Shape>(1);
    let bytes = x.conv::<impl shapes::Conv<u8>>();
    let _: u8 = bytes;
    println!("{}", x.name::<impl Shape>());
    format!("{} {}", x.name::<impl Shape>(), x.show::<impl Shape, u8>(1))
}

#[qualify]
mod under {
    use super::{Shape, Square};
    pub(super) fn inside(x: &Square) -> u32 {
        x.scaled::<impl Shape>(2)
    }
}

struct Holder(Square);

impl Holder {
    #[qualify]
    fn held(&self) -> u32 {
        self.0.scaled::<impl Shape>(3)
    }
}

#[qualify]
impl Holder {
    fn held_too(&self) -> u32 {
        self.0.scaled::<impl Shape>(4)
    }
}

#[qualify]
trait Scaled: Shape {
    fn six(&self) -> u32 {
        self.scaled::<impl Shape>(6)
    }
}

impl Scaled for Square {}

#[test]
fn attribute() {
    assert_eq!(under_the_attribute(&mut Square(1)), "square 2 square 2 1");
    assert_eq!(under::inside(&Square(2)), 4);
    assert_eq!(Holder(Square(2)).held(), 6);
    assert_eq!(Holder(Square(2)).held_too(), 8);
    assert_eq!(Square(1).six(), 6);
    assert_eq!(q!(Square(3).scaled::<impl Shape>(2)), 6);
}

fn generic<S: Shape + ?Sized>(x: &mut S) -> (String, u32) {
    q!(x.Shape::grow(1));
    let by_conv = q!(x.Shape::side());
    (q!(x.Shape::name()), by_conv)
}

fn outer<'a, T: Display, X: Conv<T> + Conv<&'a str>, const N: usize>(x: &X) -> (String, &'a str) {
    let _ = N;
    (
        q!(x.Conv::<T>::conv()).to_string(),
        q!(x.Conv::<&'a str>::conv()),
    )
}

trait Len<const N: usize> {
    fn array(&self) -> [u8; N];
}
impl Len<2> for Square {
    fn array(&self) -> [u8; 2] {
        [2; 2]
    }
}
impl Len<3> for Square {
    fn array(&self) -> [u8; 3] {
        [3; 3]
    }
}

qualified! {
    fn lengths<const COUNT: usize, Item: Display>(x: &(impl Len<COUNT> + Conv<Item>)) -> (usize, String) {
        (x.Len::<COUNT>::array().len(), x.Conv::<Item>::conv().to_string())
    }
}

#[test]
fn generics() {
    assert_eq!(generic(&mut Square(1)), (String::from("square 2"), 2));
    assert_eq!(outer::<u8, _, 1>(&Square(1)), (String::from("8"), "static"));
    assert_eq!(lengths::<3, u8>(&Square(1)), (3, String::from("8")));
    assert_eq!(q!(Square(1).Len::<2>::array()), [2, 2]);
}

trait Later {
    async fn later(&mut self, by: u32) -> u32;
    fn now(&self) -> u32;
}

impl Later for Square {
    async fn later(&mut self, by: u32) -> u32 {
        self.0 += by;
        self.0
    }
    fn now(&self) -> u32 {
        self.0
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

#[test]
fn asynchronous() {
    let mut x = Square(1);
    let sum = block_on(async {
        let one = q!(x.Later::later(2).await);
        let two = q!(x.Later::later(x_by().await).await);
        one + two + q!(x.Later::now())
    });
    assert_eq!(sum, 3 + 5 + 5);
    let spawned = std::thread::spawn(|| {
        let mut x = Square(1);
        block_on(async move { q!(x.Later::later(1)).await })
    });
    assert_eq!(spawned.join().unwrap(), 2);
}

async fn x_by() -> u32 {
    2
}

#[test]
fn closures() {
    let x = Square(2);
    let mut y = Square(3);
    // Where the closure isn't seen, how it captures is written.
    let by_ref = || q!((&x).Shape::side());
    assert_eq!(by_ref() + by_ref(), 4);
    // A closure in the input is seen: its captures are borrowed.
    let calls = q!((|| x.Shape::side() + x.Conv::<u8>::conv().Into::<u32>::into())());
    assert_eq!(calls, 10);
    let mut grow = || q!((&mut y).Shape::grow(1)).0;
    assert_eq!((grow)() + (grow)(), 9);
    let moved = move || q!({ x }.Shape::name());
    assert_eq!(moved(), "square 2");
}

trait Many {
    #[allow(clippy::too_many_arguments)]
    fn twelve(
        &self,
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: u8,
    ) -> u32;
    #[allow(clippy::too_many_arguments)]
    fn thirteen(
        self,
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: u8,
        m: &str,
    ) -> u32;
}

impl Many for Square {
    fn twelve(
        &self,
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: u8,
    ) -> u32 {
        [a, b, c, d, e, f, g, h, i, j, k, l]
            .into_iter()
            .map(u32::from)
            .sum()
    }
    fn thirteen(
        self,
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: u8,
        m: &str,
    ) -> u32 {
        self.twelve(a, b, c, d, e, f, g, h, i, j, k, l) + u32::try_from(m.len()).unwrap()
    }
}

#[test]
fn many_arguments() {
    let x = Square(1);
    assert_eq!(
        q!(x.Many::twelve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        78
    );
    assert_eq!(
        q!(x.Many::thirteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, &String::from("ab"))),
        80
    );
}

/// Two traits in scope with one method name.
trait Other {
    fn name(&self) -> &'static str;
}

impl Other for Square {
    fn name(&self) -> &'static str {
        "other"
    }
}

struct Plain;
impl Other for Plain {
    fn name(&self) -> &'static str {
        "other"
    }
}
impl Shape for Plain {
    fn name(&self) -> String {
        String::from("shape")
    }
    fn scaled(&self, _: u32) -> u32 {
        0
    }
    fn grow(&mut self, _: u32) -> &mut Self {
        self
    }
    fn side(&self) -> u32 {
        0
    }
}

#[test]
fn two_traits() {
    assert_eq!(q!(Square(1).Other::name()), "other");
    assert_eq!(q!(Plain.Other::name()), "other");
    assert_eq!(q!(Plain.Shape::name()), "shape");
    assert_eq!(q!(Plain.Shape::grow(1).Shape::side()), 0);
}

#[test]
fn known_traits() {
    let mut v = vec![1_u8];
    q!(v.std::iter::Extend::extend([2, 3]));
    // Two-phase: the argument reads what is about to be borrowed.
    q!(v.std::iter::Extend::<u8>::extend(v.clone()));
    assert_eq!(v.len(), 6);
    let mut iter = v.iter();
    assert_eq!(q!(iter.::core::iter::Iterator::next()), Some(&1));
    let by_ref = &mut iter;
    assert_eq!(
        q!(by_ref.std::iter::Iterator::map(|x| x + 1)).collect::<Vec<_>>(),
        [3, 4, 2, 3, 4]
    );
    assert_eq!(q!((&v).std::iter::IntoIterator::into_iter()).count(), 6);
    let text = String::from("ab");
    assert_eq!(q!(text.std::convert::AsRef::<str>::as_ref()), "ab");
    assert_eq!(
        q!(text.clone().std::convert::AsRef::<[u8]>::as_ref()).len(),
        2
    );
    assert_eq!(q!(3_i32.std::ops::Add::add(4)), 7);
    let r = &text;
    assert_eq!(q!(r.core::clone::Clone::clone()), "ab");
    struct D(u8);
    impl Debug for D {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            q!(self.0.std::fmt::Debug::fmt(f))
        }
    }
    impl Display for D {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            q!(self.0.Display::fmt(f))
        }
    }
    assert_eq!(format!("{:?} {}", D(1), D(2)), "1 2");
}
