//! Without `alloc`, a future has nowhere to live.

use linkface::interface;

#[interface]
pub async fn read(at: u64) -> u8;

fn main() {}
