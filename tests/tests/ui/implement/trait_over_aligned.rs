//! The proxy is aligned as pointers are.

use linkface::implement;

#[repr(align(64))]
struct Mine;

#[implement]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine
    }
}

fn main() {}
