//! A wrong result, on its own token.

use linkface::implement;

#[implement(ui_facade::write)]
fn write(bytes: &[u8]) -> u32 {
    bytes.len() as u32
}

fn main() {}
