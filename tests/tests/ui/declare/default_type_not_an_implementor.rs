//! The type named as default implements the trait.

use linkface::interface;

pub struct Plain;

#[interface(pub Console, default = Plain)]
pub trait ConsoleApi: Sized {
    fn open() -> Self;
}

fn main() {}
