//! Statics that cannot be dynamic.

use linkface::interface;
use std::cell::Cell;

#[interface(dynamic)]
pub static UNSHARED: Cell<u32> = Cell::new(1);

#[interface(dynamic)]
pub static EMPTY: ();

#[interface(dynamic)]
pub static WRONG: u32 = "text";

fn main() {}
