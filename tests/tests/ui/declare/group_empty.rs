//! A group of nothing.

use linkface::interface;

#[interface]
pub mod logger {}

fn main() {}
