//! Only `&mut self` itself can be returned by reference.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    fn shared() -> &'static Self;
    fn other<'a>(&self, other: &'a mut Self) -> &'a mut Self;
}

fn main() {}
