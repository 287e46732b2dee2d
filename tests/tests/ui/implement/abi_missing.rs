//! The declaration says `extern "C"`.

use linkface::implement;

#[implement(ui_facade::call)]
fn call(value: u32) -> u32 {
    value
}

fn main() {}
