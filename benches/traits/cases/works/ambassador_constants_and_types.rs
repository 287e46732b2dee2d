//! The trait has a constant and a type.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Source {
    const NAME: &'static str;
    type Item;
    fn get(&self) -> Self::Item;
}

struct Base;

impl Source for Base {
    const NAME: &'static str = "base";
    type Item = u8;
    fn get(&self) -> u8 {
        1
    }
}

#[derive(Delegate)]
#[delegate(Source)]
struct Wrap(Base);

fn main() {
    assert_eq!((Wrap::NAME, Wrap(Base).get()), ("base", 1));
}
