//! The proxy does not know how to implement it.

use linkface::interface;

pub trait Local {
    fn local(&self);
}

#[interface(pub Console)]
pub trait ConsoleApi: Sized + Local {
    fn open() -> Self;
}

fn main() {}
