//! An implementation is one function.

use linkface::implement;

#[implement(ui_facade::write)]
fn write<T: AsRef<[u8]>>(bytes: T) -> usize {
    bytes.as_ref().len()
}

fn main() {}
