//! The symbol is ours to name.

use linkface::interface;

#[interface]
#[unsafe(no_mangle)]
pub fn write() -> u32;

fn main() {}
