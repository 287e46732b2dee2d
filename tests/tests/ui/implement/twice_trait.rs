//! One implementor per program.

use linkface::implement;

struct One;
struct Two;

#[implement]
impl ui_facade::SharedApi for One {
    fn open() -> Self {
        One
    }
}

#[implement]
impl ui_facade::SharedApi for Two {
    fn open() -> Self {
        Two
    }
}

fn main() {}
