//! `-> !` never returns.

use linkface::implement;

#[implement(ui_facade::halt)]
fn halt(code: i32) -> u32 {
    code as u32
}

fn main() {}
