//! A wrong argument, on its own token.

use linkface::implement;

#[implement(ui_facade::write)]
fn write(bytes: &str) -> usize {
    bytes.len()
}

fn main() {}
