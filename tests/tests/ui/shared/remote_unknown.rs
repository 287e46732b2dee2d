//! Words that are no type.

use linkface_plugin::Shared;

#[derive(Shared)]
#[shared(remote = "not a type")]
struct First(u8);

#[derive(Shared)]
#[shared(crate = "5")]
struct Second(u8);

fn main() {}
