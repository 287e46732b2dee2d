//! What C could not spell.
use linkface::interface;

#[interface(abi = "C", symbol = "two words")]
pub fn write() -> u32;

#[interface(symbol = "")]
pub fn read() -> u32;

fn main() {}
