//! Either a body here or a default-grade provider.

use linkface::interface;

#[interface(default)]
pub fn limit() -> u32 {
    1
}

fn main() {}
