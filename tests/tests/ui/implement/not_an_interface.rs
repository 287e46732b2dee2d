//! An ordinary function cannot be implemented.

use linkface::implement;

#[implement(ui_facade::ordinary)]
fn ordinary() {}

fn main() {}
