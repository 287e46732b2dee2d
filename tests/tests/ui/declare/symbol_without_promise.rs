//! A C name is shared with all of the program: nobody but the author can vouch for it.

use linkface::interface;

#[interface(abi = "C", symbol = "malloc")]
pub fn write() -> u32;

fn main() {}
