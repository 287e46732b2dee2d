//! A trait goes to functions that are there already, under names of their own.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Shape {
    fn area(&self) -> u32;
}

#[derive(Delegate)]
#[delegate(Shape, target = "area_of")]
struct Square(u32);

fn area_of(square: &Square) -> u32 {
    square.0 * square.0
}

fn main() {}
