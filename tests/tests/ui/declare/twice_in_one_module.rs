//! Two items of one name.

use linkface::interface;

#[interface]
pub fn limit() -> u32;
#[interface]
pub fn limit() -> u32;

fn main() {}
