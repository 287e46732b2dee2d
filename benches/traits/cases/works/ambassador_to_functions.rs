//! A trait goes to methods of the type's own that have the same names.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Shape {
    fn area(&self) -> u32;
}

#[derive(Delegate)]
#[delegate(Shape, target = "self")]
struct Square(u32);

impl Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
}

fn main() {
    assert_eq!(Shape::area(&Square(1)), 1);
}
