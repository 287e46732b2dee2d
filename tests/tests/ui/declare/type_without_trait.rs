//! A façade type says which trait it is a hole of.

use linkface::interface;

#[interface]
pub type Disk;

#[interface]
pub type Number = u32;

#[interface]
pub type Unknown: NoSuchApi;

fn main() {}
