//! A static is implemented by a static.

use linkface::implement;

#[implement(ui_facade::NAME)]
fn name() -> &'static str {
    "name"
}

fn main() {}
