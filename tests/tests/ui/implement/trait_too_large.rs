//! The proxy has room for two pointers.

use linkface::implement;

struct Mine([u64; 3]);

#[implement]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine([0; 3])
    }
}

fn main() {}
