//! The proxy is `Send`, so the implementor must be.

use linkface::implement;

struct Mine(*const u8);

#[implement]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine(core::ptr::null())
    }
}

fn main() {}
