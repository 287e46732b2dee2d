//! One argument is missing.

use linkface::implement;

#[implement(ui_facade::write)]
fn write() -> usize {
    0
}

fn main() {}
