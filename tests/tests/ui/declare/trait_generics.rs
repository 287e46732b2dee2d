//! One proxy cannot stand for many traits.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi<T>: Sized {
    fn open(value: T) -> Self;
}

fn main() {}
