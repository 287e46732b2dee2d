//! A function has no receiver.

use linkface::interface;

#[interface]
pub fn write(self) -> u32;

fn main() {}
