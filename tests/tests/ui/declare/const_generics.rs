//! One symbol cannot stand for many lengths.

use linkface::interface;

#[interface]
pub fn sum<const N: usize>(values: [u8; N]) -> u32;

fn main() {}
