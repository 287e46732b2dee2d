//! What goes against `dynamic`.

use linkface::interface;

#[interface(dynamic, default)]
pub fn with_default() -> u32;

#[interface(dynamic, default)]
pub fn with_two_defaults() -> u32 {
    1
}

#[interface(dynamic, abi = "C", symbol = unsafe("with_symbol"))]
pub fn with_symbol() -> u32;

#[interface(dynamic, pub Proxy, storage = 8)]
pub static PROXIED: u32 = 1;

#[interface(dynamic = yes)]
pub fn with_value() -> u32;

fn main() {
    // No second error.
    with_default() + with_two_defaults() + with_symbol() + PROXIED;
}
