//! rustc's own error.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::ThingApi for Mine {
    fn value(&self) -> u32 {
        1
    }
}

fn main() {}
