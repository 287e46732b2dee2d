//! A trait goes to functions that are there already, under names of their own.

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

impl Shape for Square {
    delegate::delegate! {
        to Square {
            #[call(one)]
            fn unit() -> Self;
        }
        to self {
            #[expr(area_of(self))]
            fn area(&self) -> u32;
        }
    }
}

fn main() {
    assert_eq!(<Square as Shape>::unit().area(), 1);
}
