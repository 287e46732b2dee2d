//! A wrong type, on its own token.

use linkface::implement;

#[implement(ui_facade::NAME)]
static NAME: &[u8] = b"name";

fn main() {}
