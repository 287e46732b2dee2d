//! The nearest known argument is named.

use linkface::implement;

#[implement(ui_facade::safe, defualt)]
fn safe() -> u32 {
    1
}

fn main() {}
