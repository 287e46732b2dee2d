//! Plain items: what everybody would write if the caller could depend on the implementor.

use bench_harness::{mix, seen};

/// A function.
pub fn step(x: u64) -> u64 {
    mix::<0x34a1_7c5d>(x)
}

/// A static.
pub static LEVEL: u64 = 0x1d67;

/// A type.
pub struct Node(u64, u64);

impl Node {
    /// Makes one.
    pub fn new(x: u64) -> Self {
        Self(x, 0x1d67)
    }

    /// Reads from one.
    pub fn get(&self, x: u64) -> u64 {
        mix::<0x2b5e_9a47>(x) ^ self.0
    }

    /// Passes one through.
    pub fn next(mut self) -> Self {
        self.0 ^= self.1;
        self
    }

    /// Consumes one.
    pub fn finish(self) -> u64 {
        self.0 ^ self.1
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        seen(self.0);
    }
}
