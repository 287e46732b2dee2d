//! An impl says its trait itself.

use linkface::implement;

struct Mine;

#[implement(ui_facade::SharedApi)]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine
    }
}

fn main() {}
