//! Symbols stand at item level.

use linkface::implement;

fn outer() {
    #[implement(ui_facade::safe)]
    fn safe() -> u32 {
        1
    }
}

fn main() {}
