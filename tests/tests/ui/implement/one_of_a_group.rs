//! A group is implemented as a whole.

use linkface::implement;

#[implement(ui_facade::logger::log)]
fn log(text: &str) {
    let _ = text;
}

fn main() {}
