//! A proxy borrows nothing.

use linkface::implement;

struct Mine<'a>(&'a str);

#[implement]
impl<'a> ui_facade::SharedApi for Mine<'a> {
    fn open() -> Self {
        Mine("")
    }
}

fn main() {}
