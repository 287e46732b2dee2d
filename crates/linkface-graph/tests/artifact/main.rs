//! Facts from compiled crates and linked files.

mod built;
mod compiled;
mod linked;

use linkface_symbol::{Compat, Item};

/// An item of `console` 0.4.
fn item(path: &[&str], hash: u64) -> Item {
    Item::new("console", Compat::of("0.4.7").unwrap(), path, hash)
}
