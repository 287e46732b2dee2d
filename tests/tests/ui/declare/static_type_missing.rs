//! A static says its type.

use linkface::interface;

#[interface]
pub static LEVEL = 3;

fn main() {}
