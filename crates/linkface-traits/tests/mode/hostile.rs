//! Names that mean something else where `#[mode]` is used.

#![allow(dead_code, clippy::allow_attributes)]

mod core {}
mod std {}
struct Option;
struct Box;
struct Pin;
trait Iterator {}
trait Clone {}
trait Into {}

trait Everywhere {
    fn clone(&self) {}
    fn into(&self) {}
    fn string(&self) -> u8 {
        9
    }
}
impl<T: ?Sized> Everywhere for T {}

trait Stringer {
    const MARKED: u8;
    fn string(&self) -> u8;
    fn later(&self, arg1: (u8, u8), core: u8) -> impl Future<Output = u8>;
}

struct Foo;
#[linkface_traits::attr::mode(internal)]
impl Stringer for Foo {
    const MARKED: u8 = 1;
    fn string(&self) -> u8 {
        1
    }
    async fn later(&self, (left, right): (u8, u8), core: u8) -> u8 {
        left + right + core
    }
}

struct Bar;
#[linkface_traits::attr::mode(external, crate = ::linkface_traits)]
impl Stringer for Bar {
    const MARKED: u8 = 2;
    fn string(&self) -> u8 {
        2
    }
    async fn later(&self, (left, right): (u8, u8), core: u8) -> u8 {
        left + right + core
    }
}

#[test]
fn other_meanings_do_no_harm() {
    assert_eq!(Foo.string(), 1);
    assert_eq!(<Bar as Stringer>::string(&Bar), 2);
    assert_eq!(Foo::MARKED, 1);
    drop(Foo.later((1, 2), 3));
}
