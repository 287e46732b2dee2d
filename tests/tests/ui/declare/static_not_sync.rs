//! A static is shared by all threads.

use linkface::interface;

use core::cell::Cell;

#[interface]
pub static COUNT: Cell<u32>;

fn main() {}
