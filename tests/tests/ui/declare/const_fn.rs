//! Nothing that the linker finds is known at compile time.

use linkface::interface;

#[interface]
pub const fn limit() -> u32 {
    1
}

fn main() {}
