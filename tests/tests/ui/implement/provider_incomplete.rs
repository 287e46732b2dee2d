//! `provider!` asks for the whole façade.

use linkface::implement;

linkface::provider!(ui_facade);

#[implement(ui_facade::write)]
fn write(bytes: &[u8]) -> usize {
    bytes.len()
}

fn main() {}
