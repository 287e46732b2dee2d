//! The trait has a function without `self`.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Source {
    fn zero() -> u8;
}

struct Base;

impl Source for Base {
    fn zero() -> u8 {
        0
    }
}

#[derive(Delegate)]
#[delegate(Source)]
struct Wrap(Base);

fn main() {
    assert_eq!(Wrap::zero(), 0);
}
