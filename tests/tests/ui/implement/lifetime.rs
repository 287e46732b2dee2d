//! It may return the first only.

use linkface::implement;

#[implement(ui_facade::pick)]
fn pick<'a>(_: &str, b: &'a str) -> &'a str {
    b
}

fn main() {}
