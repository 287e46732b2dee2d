//! One symbol cannot stand for many types.

use linkface::interface;

#[interface]
pub fn show<T: core::fmt::Debug>(value: T) -> u32;

fn main() {}
