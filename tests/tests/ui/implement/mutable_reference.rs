//! `&mut` is not `&`.

use linkface::implement;

#[implement(ui_facade::write)]
fn write(bytes: &mut [u8]) -> usize {
    bytes.len()
}

fn main() {}
