//! The proxy cannot know the type.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    fn lines(&self) -> impl Iterator<Item = u8>;
}

fn main() {}
