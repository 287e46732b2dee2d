//! One implementation per program.

use linkface::implement;

#[implement(ui_facade::safe)]
fn one() -> u32 {
    1
}

#[implement(ui_facade::safe)]
fn two() -> u32 {
    2
}

fn main() {}
