//! A façade.

use linkface::interface;

/// A function.
#[interface]
pub fn step(x: u64) -> u64;

/// A function whose default is used.
#[interface]
pub fn kept(x: u64) -> u64 {
    bench_harness::mix::<0x6b1f_44e5>(x)
}

/// A function whose default is overridden.
#[interface]
pub fn replaced(x: u64) -> u64 {
    bench_harness::mix::<0x1f7a_c2d3>(x)
}

/// A static.
#[interface]
pub static LEVEL: u64;

/// A trait.
#[interface(pub Node)]
pub trait NodeApi: Sized {
    /// Makes one.
    fn new(x: u64) -> Self;
    /// Reads from one.
    fn get(&self, x: u64) -> u64;
    /// Passes one through.
    fn next(self) -> Self;
    /// Consumes one.
    fn finish(self) -> u64;
}
