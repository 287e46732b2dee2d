//! The trait has a function without `self`; its constant and its type are written by hand.

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

impl Source for Wrap {
    const NAME: &'static str = Base::NAME;
    type Item = <Base as Source>::Item;
    delegate::delegate! {
        to Base {
            fn zero() -> Self::Item;
        }
        to self.0 {
            fn get(&self) -> Self::Item;
        }
    }
}

fn main() {
    assert_eq!((Wrap::NAME, Wrap::zero(), Wrap(Base).get()), ("base", 0, 1));
}
