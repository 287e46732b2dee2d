//! A trait goes to functions that are there already, under names of their own.

use linkface_traits::{attr::delegatable, delegate};

#[delegatable]
trait Shape {
    fn unit() -> Self;
    fn area(&self) -> u32;
}

struct Square(u32);

impl Square {
    fn one() -> Self {
        Square(1)
    }
}

fn area_of(square: &Square) -> u32 {
    square.0 * square.0
}

delegate! {
    impl Shape for Square {
        use Square::one as unit;
        use area_of as area;
    }
}

fn main() {
    assert_eq!(<Square as Shape>::unit().area(), 1);
}
