//! What C could not spell.

use linkface::interface;

#[interface(abi = "C", symbol = unsafe("two words"))]
pub fn write() -> u32;

#[interface(symbol = unsafe(""))]
pub fn read() -> u32;

fn main() {}
