//! An implementation has a body.

use linkface::implement;

#[implement(ui_facade::safe)]
fn safe() -> u32;

fn main() {}
