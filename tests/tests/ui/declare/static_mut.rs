//! A mutable static is a race waiting to happen.

use linkface::interface;

#[interface]
pub static mut COUNT: u32;

fn main() {}
