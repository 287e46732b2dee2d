//! The declaration says nothing of C.

use linkface::implement;

#[implement(ui_facade::safe)]
extern "C" fn safe() -> u32 {
    1
}

fn main() {}
