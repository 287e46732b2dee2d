//! The trait has a constant, a type, and a function without `self`.

use linkface_traits::attr::{delegatable, delegate};

#[delegatable]
trait Source {
    const NAME: &'static str;
    type Item;
    fn zero() -> Self::Item;
    fn get(&self) -> Self::Item;
}

struct Base;

impl Source for Base {
    const NAME: &'static str = "base";
    type Item = u8;
    fn zero() -> u8 {
        0
    }
    fn get(&self) -> u8 {
        1
    }
}

struct Wrap(Base);

#[delegate(use (self.0 as Base).*)]
impl Source for Wrap {}

fn main() {
    assert_eq!((Wrap::NAME, Wrap::zero(), Wrap(Base).get()), ("base", 0, 1));
}
