//! A function says what it implements.

use linkface::implement;

#[implement]
fn write(bytes: &[u8]) -> usize {
    bytes.len()
}

fn main() {}
