//! An interface trait names its proxy.

use linkface::interface;

#[interface]
pub trait ConsoleApi: Sized {
    fn open() -> Self;
}

fn main() {}
