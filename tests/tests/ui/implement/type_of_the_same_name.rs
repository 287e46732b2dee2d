//! The façade's type is meant, not the provider's.

use linkface::implement;

struct Key(u32);

#[implement(ui_facade::lookup)]
fn lookup(key: Key) -> Option<u32> {
    Some(key.0)
}

fn main() {}
