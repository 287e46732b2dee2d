//! No such façade.

use linkface::implement;

#[implement(no_such_facade::write)]
fn write(bytes: &[u8]) -> usize {
    bytes.len()
}

fn main() {}
