//! No such item in the façade.

use linkface::implement;

#[implement(ui_facade::wrote)]
fn write(bytes: &[u8]) -> usize {
    bytes.len()
}

fn main() {}
