//! The default's own errors are rustc's.

use linkface::interface;

#[interface]
pub fn limit() -> u32 {
    "one"
}

fn main() {}
