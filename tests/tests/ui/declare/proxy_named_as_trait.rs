//! The proxy and the trait share a namespace.

use linkface::interface;

#[interface(pub Console)]
pub trait Console: Sized {
    fn open() -> Self;
}

fn main() {}
