//! What is taken apart has no destructor.

use linkface_plugin::Shared;

#[derive(Shared)]
struct Handle {
    name: String,
}

impl Drop for Handle {
    fn drop(&mut self) {}
}

fn main() {}
