//! A proxy is a value.
use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi {
    fn open() -> Self;
}

fn main() {}
