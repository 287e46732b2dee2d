//! A destructor would run for each copy.

use linkface_plugin::Shared;

#[derive(Shared)]
#[repr(C)]
struct Handle {
    number: u32,
}

impl Drop for Handle {
    fn drop(&mut self) {}
}

fn main() {}
