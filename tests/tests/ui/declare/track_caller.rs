//! It would change what the function takes.

use linkface::interface;

#[interface]
#[track_caller]
pub fn fail(text: &str) -> u32;

fn main() {}
