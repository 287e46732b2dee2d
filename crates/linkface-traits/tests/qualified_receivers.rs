//! How receivers are found, borrowed, copied and moved.

#![deny(warnings, clippy::pedantic)]
#![allow(clippy::similar_names, clippy::unused_self)]
#![forbid(unsafe_code)]

use linkface_traits::q;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;

/// One method for each kind of receiver; `W` has inherent ones of the same names, which do something else.
trait Kinds {
    fn by_ref(&self) -> String;
    fn by_mut(&mut self, by: u32) -> u32;
    fn by_value(self) -> u32;
    fn in_box(self: Box<Self>) -> u32;
    fn in_rc(self: Rc<Self>) -> u32;
    fn in_arc(self: Arc<Self>) -> u32;
    fn pinned(self: Pin<&mut Self>) -> u32;
    fn lend(&self, other: &str) -> &u32;
    fn lend_mut(&mut self) -> &mut u32;
    fn longest<'a>(&'a self, other: &'a str) -> &'a str;
}

struct W(u32);

impl Kinds for W {
    fn by_ref(&self) -> String {
        format!("trait {}", self.0)
    }
    fn by_mut(&mut self, by: u32) -> u32 {
        self.0 += by;
        self.0
    }
    fn by_value(self) -> u32 {
        self.0
    }
    fn in_box(self: Box<Self>) -> u32 {
        self.0 + 1
    }
    fn in_rc(self: Rc<Self>) -> u32 {
        self.0 + 2
    }
    fn in_arc(self: Arc<Self>) -> u32 {
        self.0 + 3
    }
    fn pinned(self: Pin<&mut Self>) -> u32 {
        self.0 + 4
    }
    fn lend(&self, _: &str) -> &u32 {
        &self.0
    }
    fn lend_mut(&mut self) -> &mut u32 {
        &mut self.0
    }
    fn longest<'a>(&'a self, other: &'a str) -> &'a str {
        other
    }
}

#[allow(dead_code)]
impl W {
    fn by_ref(&self) -> String {
        "inherent".into()
    }
    fn by_mut(&mut self, _: u32) -> u32 {
        999
    }
    fn by_value(self) -> u32 {
        999
    }
}

#[test]
fn places() {
    let mut w = W(1);
    assert_eq!(w.by_ref(), "inherent");
    assert_eq!(q!(w.Kinds::by_ref()), "trait 1");
    assert_eq!(q!(w.Kinds::by_mut(2)), 3);
    assert_eq!(*q!(w.Kinds::lend(&String::from("x"))), 3);
    *q!(w.Kinds::lend_mut()) = 7;
    assert_eq!(q!(w.Kinds::by_value()), 7);
}

#[test]
fn behind_references() {
    let mut w = W(1);
    let shared = &&w;
    assert_eq!(q!(shared.Kinds::by_ref()), "trait 1");
    // Not `mut`: a reborrow, as in a method call.
    let exclusive = &mut w;
    assert_eq!(q!(exclusive.Kinds::by_mut(2)), 3);
    assert_eq!(q!(exclusive.Kinds::by_mut(2)), 5);
    assert_eq!(q!(exclusive.Kinds::by_ref()), "trait 5");
    assert_eq!(exclusive.0, 5);
}

#[test]
fn behind_smart_pointers() {
    let rc = Rc::new(W(1));
    let mut boxed = Box::new(Box::new(W(2)));
    assert_eq!(q!(rc.Kinds::by_ref()), "trait 1");
    assert_eq!(q!(boxed.Kinds::by_mut(3)), 5);
    assert_eq!(q!(boxed.Kinds::by_ref()), "trait 5");
    let boxed = *boxed;
    assert_eq!(q!(boxed.Kinds::by_value()), 5);
}

#[test]
fn other_receivers() {
    let boxed = Box::new(W(1));
    let rc = Rc::new(W(1));
    let arc = Arc::new(W(1));
    assert_eq!(q!(boxed.Kinds::in_box()), 2);
    assert_eq!(q!(rc.clone().Kinds::in_rc()), 3);
    assert_eq!(q!(rc.Kinds::in_rc()), 3);
    assert_eq!(q!(arc.Kinds::in_arc()), 4);
    let mut pinned = pin!(W(1));
    assert_eq!(q!(pinned.as_mut().Kinds::pinned()), 5);
    assert_eq!(q!(pinned.Kinds::by_ref()), "trait 1");
    assert_eq!(q!(pinned.Kinds::pinned()), 5);
}

#[test]
fn values() {
    assert_eq!(q!(W(1).Kinds::by_ref()), "trait 1");
    assert_eq!(q!(W(1).Kinds::by_mut(1)), 2);
    assert_eq!(q!(W(1).Kinds::by_value()), 1);
    assert_eq!(q!(Box::new(W(1)).Kinds::in_box()), 2);
    assert_eq!(q!((&&W(1)).Kinds::by_ref()), "trait 1");
    // The temporary lives until the end of the statement, and so does one in an argument.
    assert_eq!(*q!(W(1).Kinds::lend("")) + 1, 2);
    assert_eq!(q!(W(1).Kinds::longest(&String::from("abc"))).len(), 3);
    assert_eq!(*q!(W(1).Kinds::lend_mut()), 1);
}

struct Nest {
    items: Vec<W>,
    one: W,
}

impl Nest {
    fn one_mut(&mut self) -> &mut W {
        &mut self.one
    }
    // What is lent outlives the statement.
    fn number(&mut self) -> &mut u32 {
        q!(self.one_mut().Kinds::lend_mut())
    }
    fn shared(&mut self) -> &u32 {
        q!(self.one.Kinds::lend(""))
    }
}

#[test]
fn fields_and_indices() {
    let mut nest = Nest {
        items: vec![W(1), W(2)],
        one: W(3),
    };
    assert_eq!(q!(nest.one.Kinds::by_mut(1)), 4);
    assert_eq!(q!(nest.items[1].Kinds::by_mut(1)), 3);
    let mut count = 0;
    let mut next = || {
        count += 1;
        count - 1
    };
    assert_eq!(q!(nest.items[next()].Kinds::by_mut(1)), 2);
    assert_eq!(count, 1);
    *nest.number() += 10;
    assert_eq!(*nest.shared(), 14);
    assert_eq!(q!(nest.one.Kinds::by_value()), 14);
}

/// By value on references and copies.
trait OnRef {
    fn by_ref(&self) -> u8;
    fn by_value(self) -> u8;
}

impl OnRef for &W {
    fn by_ref(&self) -> u8 {
        1
    }
    fn by_value(self) -> u8 {
        2
    }
}

trait Two {
    fn by_ref(&self) -> &'static str;
    fn by_value(self) -> &'static str;
}

impl Two for u8 {
    fn by_ref(&self) -> &'static str {
        "u8"
    }
    fn by_value(self) -> &'static str {
        "u8"
    }
}

impl Two for &u8 {
    fn by_ref(&self) -> &'static str {
        "&u8"
    }
    fn by_value(self) -> &'static str {
        "&u8"
    }
}

trait Next {
    fn next(&mut self) -> u8;
    fn by_value(self) -> u8;
}

impl Next for W {
    fn next(&mut self) -> u8 {
        1
    }
    fn by_value(self) -> u8 {
        1
    }
}

impl<T: Next> Next for &mut T {
    fn next(&mut self) -> u8 {
        10 + (**self).next()
    }
    fn by_value(self) -> u8 {
        10
    }
}

#[test]
fn implemented_for_references() {
    let w = W(1);
    let r = &w;
    assert_eq!(q!(r.OnRef::by_ref()), 1);
    assert_eq!(q!(r.OnRef::by_value()), 2);
    assert_eq!(q!((&w).OnRef::by_ref()), 1);
    assert_eq!(q!((&w).OnRef::by_value()), 2);

    let n = 1_u8;
    let r = &n;
    assert_eq!(q!(r.Two::by_ref()), r.by_ref());
    assert_eq!(q!(r.Two::by_value()), r.by_value());
    assert_eq!(q!(n.Two::by_ref()), n.by_ref());
    assert_eq!(q!(n.Two::by_value()), n.by_value());
    let rr = &r;
    assert_eq!(q!(rr.Two::by_ref()), rr.by_ref());
    assert_eq!(q!(rr.Two::by_value()), rr.by_value());

    let mut w = W(1);
    let m = &mut w;
    assert_eq!(q!(m.Next::next()), 1);
    assert_eq!(q!(m.Next::next()), 1);
    assert_eq!(q!(m.Next::by_value()), 10);
    assert_eq!(q!(w.Next::by_value()), 1);
}

/// Copies come out of references and smart pointers.
#[derive(Clone, Copy)]
struct C(u8);

trait Take {
    fn take(self) -> u8;
}

impl Take for C {
    fn take(self) -> u8 {
        self.0
    }
}

#[test]
fn copies() {
    let mut c = C(4);
    let r = &&c;
    assert_eq!(q!(r.Take::take()), 4);
    let rc = Rc::new(c);
    assert_eq!(q!(rc.Take::take()), 4);
    let m = &mut c;
    assert_eq!(q!(m.Take::take()), 4);
    assert_eq!(q!(m.Take::take()), 4);
}

/// Unsized implementors.
trait Len {
    fn len(&self) -> usize;
    fn set(&mut self);
}

impl Len for [u8] {
    fn len(&self) -> usize {
        77
    }
    fn set(&mut self) {
        self[0] = 9;
    }
}

impl Len for str {
    fn len(&self) -> usize {
        78
    }
    fn set(&mut self) {}
}

#[test]
fn unsized_implementors() {
    let slice: &[u8] = &[1, 2];
    assert_eq!(q!(slice.Len::len()), 77);
    let mut vec = vec![1_u8, 2];
    assert_eq!(q!(vec.Len::len()), 77);
    q!(vec.Len::set());
    assert_eq!(vec, [9, 2]);
    assert_eq!(q!("abc".Len::len()), 78);
    assert_eq!(q!(String::from("abc").Len::len()), 78);
    let mut object: Box<dyn Len> = Box::new(Wrap(vec));
    assert_eq!(q!(object.Len::len()), 2);
    q!(object.Len::set());
    let object: &dyn Len = &*object;
    assert_eq!(q!(object.Len::len()), 2);
}

struct Wrap(Vec<u8>);
impl Len for Wrap {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn set(&mut self) {}
}

/// What is a variable and what a value, is told by its name.
#[test]
#[allow(non_snake_case)]
fn capital_letters() {
    trait Inc {
        fn inc(&mut self) -> u8;
    }
    impl Inc for u8 {
        fn inc(&mut self) -> u8 {
            *self += 1;
            *self
        }
    }
    struct D;
    impl Inc for D {
        fn inc(&mut self) -> u8 {
            7
        }
    }
    let mut M = 5_u8;
    assert_eq!(q!(M.Inc::inc()), 6);
    assert_eq!(M, 6);
    // A value of one letter is one in braces.
    assert_eq!(q!({ D }.Inc::inc()), 7);
}
