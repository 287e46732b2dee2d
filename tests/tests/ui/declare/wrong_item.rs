//! Only functions, statics, traits, modules and types are interfaces.

use linkface::interface;

#[interface]
pub struct Console {
    port: u16,
}

#[interface]
pub enum Level {
    Low,
}

#[interface]
pub const LIMIT: u32 = 1;

#[interface]
impl Console {}

#[interface]
pub use std::fmt;

fn main() {}
