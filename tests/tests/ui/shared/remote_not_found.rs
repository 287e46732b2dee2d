//! A type that isn't there.

use linkface_plugin::Shared;

#[derive(Shared)]
#[shared(remote = "dependency::Missing")]
struct Missing(u8);

fn main() {}
