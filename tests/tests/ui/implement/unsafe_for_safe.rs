//! Callers of a safe item promise nothing.

use linkface::implement;

#[implement(ui_facade::safe)]
unsafe fn safe() -> u32 {
    1
}

fn main() {}
