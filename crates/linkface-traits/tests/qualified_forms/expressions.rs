//! Expressions: the forms of a path, literals, precedence, closures, futures.

use crate::shapes::{self, Conv, Shape, Square};
use linkface_traits::q;

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
