//! A function is implemented by a function.

use linkface::implement;

#[implement(ui_facade::safe)]
static SAFE: u32 = 1;

fn main() {}
