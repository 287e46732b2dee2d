//! A wrong type inside a group.

use linkface::implement;

#[implement(ui_facade::logger)]
mod mine {
    pub fn log(text: &[u8]) {
        let _ = text;
    }
    pub static MAX: u8 = 1;
}

fn main() {}
