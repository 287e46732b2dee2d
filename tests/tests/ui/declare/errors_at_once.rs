//! All mistakes of one item are told at once.

use linkface::interface;

#[interface(frobnicate)]
pub const fn show<T>(value: T) -> impl Sized;

fn main() {}
