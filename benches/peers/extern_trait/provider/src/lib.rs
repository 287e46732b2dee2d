//! The implementor.

use bench_harness::{mix, seen};
use extern_trait::extern_trait;
use peer_extern_trait_api::NodeApi;

struct Mine(u64, u64);

#[extern_trait]
impl NodeApi for Mine {
    fn step(x: u64) -> u64 {
        mix::<0x61d4_2ba7>(x)
    }

    fn new(x: u64) -> Self {
        Self(x, 0x4c55)
    }

    fn get(&self, x: u64) -> u64 {
        mix::<0x38e7_90cd>(x) ^ self.0
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
