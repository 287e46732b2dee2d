//! Others read it without a lock.

use linkface::implement;

#[implement(ui_facade::LEVEL)]
static mut LEVEL: u8 = 4;

fn main() {}
