//! Stable Rust has no variadic functions.

use linkface::interface;

#[interface]
pub unsafe extern "C" fn print(format: *const u8, _: ...) -> i32;

fn main() {}
