//! The proxy cannot know the value.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    const PORT: u16;
    fn open() -> Self;
}

fn main() {}
