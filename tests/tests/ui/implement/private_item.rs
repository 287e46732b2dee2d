//! Only its own crate may implement it.

use linkface::implement;

#[implement(ui_facade::hidden)]
fn hidden() -> u32 {
    2
}

fn main() {}
