//! Traits, to be passed around as objects.

use bench_harness::mix;

/// Functions: the caller holds a `Box` of them.
pub trait Api {
    /// A function.
    fn step(&self, x: u64) -> u64;
    /// A function whose default is used.
    fn kept(&self, x: u64) -> u64 {
        mix::<0x15c9_ae4b>(x)
    }
    /// A function whose default is overridden.
    fn replaced(&self, x: u64) -> u64 {
        mix::<0x6d72_83f5>(x)
    }
}

/// A type.
pub trait NodeApi {
    /// Reads from one.
    fn get(&self, x: u64) -> u64;
    /// Passes one through.
    fn next(self: Box<Self>) -> Box<dyn NodeApi>;
    /// Consumes one.
    fn finish(self: Box<Self>) -> u64;
}
