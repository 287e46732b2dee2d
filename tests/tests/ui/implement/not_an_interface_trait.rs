//! An ordinary trait needs no `#[implement]`.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::Ordinary for Mine {
    fn nothing(&self) {}
}

fn main() {}
