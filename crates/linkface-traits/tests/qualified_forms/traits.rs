//! Traits and methods of every shape: generic ones, many arguments, two of one name, std's.

use crate::shapes::{Conv, Shape, Square};
use linkface_traits::{q, qualified};
use std::fmt::{Debug, Display};

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
