//! The implementor.

use bench_harness::{mix, seen};
use peer_box_dyn_api::{Api, NodeApi};

struct Functions(u64);

impl Api for Functions {
    fn step(&self, x: u64) -> u64 {
        mix::<0x2fd1_60b7>(x)
    }

    fn replaced(&self, x: u64) -> u64 {
        mix::<0x7a46_1ce9>(x)
    }
}

impl Drop for Functions {
    fn drop(&mut self) {
        seen(self.0);
    }
}

/// The functions.
#[inline(never)]
pub fn functions() -> Box<dyn Api> {
    Box::new(Functions(1))
}

struct Mine(u64, u64);

impl NodeApi for Mine {
    fn get(&self, x: u64) -> u64 {
        mix::<0x41bb_d925>(x) ^ self.0
    }

    fn next(mut self: Box<Self>) -> Box<dyn NodeApi> {
        self.0 ^= self.1;
        self
    }

    fn finish(self: Box<Self>) -> u64 {
        self.0 ^ self.1
    }
}

impl Drop for Mine {
    fn drop(&mut self) {
        seen(self.0);
    }
}

/// Makes a node.
#[inline(never)]
pub fn new(x: u64) -> Box<dyn NodeApi> {
    Box::new(Mine(x, 0x6b3d))
}
