//! An argument that means nothing here.

use linkface::interface;

#[interface(storage = 16)]
pub fn write() -> u32;

#[interface(abi = "C")]
pub static LEVEL: &'static str;

#[interface(abi = "C++")]
pub fn read() -> u32;

fn main() {}
