//! It would change what the function takes.

use linkface::implement;

#[implement(ui_facade::safe)]
#[track_caller]
fn safe() -> u32 {
    1
}

fn main() {}
