//! A façade whose items are dynamic.

use linkface::interface;

/// A function that is installed.
#[interface(dynamic)]
pub fn step(x: u64) -> u64;

/// A function whose default is used.
#[interface(dynamic)]
pub fn kept(x: u64) -> u64 {
    bench_harness::mix::<0x4d70_93ab>(x)
}

/// A function whose default is overridden by what is linked.
#[interface(dynamic)]
pub fn replaced(x: u64) -> u64 {
    bench_harness::mix::<0x58e2_0f6d>(x)
}

/// A static that is installed.
#[interface(dynamic)]
pub static LEVEL: u64;
