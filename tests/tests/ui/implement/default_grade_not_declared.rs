//! The declaration does not allow for a default-grade provider.

use linkface::implement;

#[implement(ui_facade::safe, default)]
fn safe() -> u32 {
    1
}

fn main() {}
