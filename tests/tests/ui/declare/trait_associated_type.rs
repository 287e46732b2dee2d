//! The proxy cannot know the type.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    type Error;
    fn open() -> Result<Self, Self::Error>;
}

fn main() {}
