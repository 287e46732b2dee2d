//! One argument too many.

use linkface::implement;

#[implement(ui_facade::write)]
fn write(bytes: &[u8], more: u32) -> usize {
    bytes.len() + more as usize
}

fn main() {}
