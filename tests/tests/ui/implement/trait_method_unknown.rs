//! rustc's own error.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine
    }
    fn close(self) {}
}

fn main() {}
