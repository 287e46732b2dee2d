//! No such item in the group.

use linkface::implement;

#[implement(ui_facade::logger)]
mod mine {
    pub fn log(text: &str) {
        let _ = text;
    }
    pub fn flash() {}
    pub static MAX: u8 = 1;
}

fn main() {}
