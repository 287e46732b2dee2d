//! A union.

use linkface_plugin::Shared;

#[derive(Shared)]
#[repr(C)]
union Bits {
    float: f32,
    bits: u32,
}

fn main() {}
