//! The caller cannot know the type.

use linkface::interface;

#[interface]
pub fn numbers() -> impl Iterator<Item = u32>;

fn main() {}
