//! A proxy borrows nothing.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi<'a>: Sized {
    fn open(name: &'a str) -> Self;
}

fn main() {}
