//! A required item of the group is missing.

use linkface::implement;

#[implement(ui_facade::logger)]
mod mine {
    pub fn log(text: &str) {
        let _ = text;
    }
}

fn main() {}
