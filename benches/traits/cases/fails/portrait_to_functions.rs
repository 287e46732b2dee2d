//! A trait goes to functions that are there already, under names of their own.

#[portrait::make]
trait Shape {
    fn area(&self) -> u32;
}

struct Square(u32);

fn area_of(square: &Square) -> u32 {
    square.0 * square.0
}

#[portrait::fill(portrait::delegate(Square; area_of))]
impl Shape for Square {}

fn main() {}
