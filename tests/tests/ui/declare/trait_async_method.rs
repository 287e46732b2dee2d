//! Without `alloc`, a future has nowhere to live.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    async fn read(&self) -> u8;
}

fn main() {}
