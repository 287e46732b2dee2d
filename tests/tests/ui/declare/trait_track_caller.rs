//! It would change what the method takes.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    #[track_caller]
    fn open() -> Self;
}

fn main() {}
