//! An unsafe trait is implemented by promise.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::EvenApi for Mine {
    fn open() -> Self {
        Mine
    }
}

fn main() {}
