//! A provider.

use bench_harness::{mix, seen};
use linkface::implement;
use peer_linkface_api::NodeApi;

#[implement(peer_linkface_api::step)]
fn step(x: u64) -> u64 {
    mix::<0x7e31_5bc9>(x)
}

#[implement(peer_linkface_api::replaced)]
fn replaced(x: u64) -> u64 {
    mix::<0x29c6_8f17>(x)
}

#[implement(peer_linkface_api::LEVEL)]
static LEVEL: u64 = 0x3f29;

struct Mine(u64, u64);

#[implement]
impl NodeApi for Mine {
    fn new(x: u64) -> Self {
        Self(x, 0x3f29)
    }

    fn get(&self, x: u64) -> u64 {
        mix::<0x5a0d_e371>(x) ^ self.0
    }

    fn next(mut self) -> Self {
        self.0 ^= self.1;
        self
    }

    fn finish(self) -> u64 {
        self.0 ^ self.1
    }
}

impl Drop for Mine {
    fn drop(&mut self) {
        seen(self.0);
    }
}
