//! `from_impl` takes the implementor and nothing else.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::SharedApi for Mine {
    fn open() -> Self {
        Mine
    }
}

pub fn wrong() -> ui_facade::Shared {
    ui_facade::Shared::from_impl(3)
}

fn main() {}
