//! Externally implementable items, as rustc has them.
#![feature(extern_item_impls)]

/// A function.
#[eii(implement_step)]
pub fn step(x: u64) -> u64;

/// A function whose default is used.
#[eii(implement_kept)]
pub fn kept(x: u64) -> u64 {
    bench_harness::mix::<0x47c5_b10d>(x)
}

/// A function whose default is overridden.
#[eii(implement_replaced)]
pub fn replaced(x: u64) -> u64 {
    bench_harness::mix::<0x590a_6e2f>(x)
}

/// A static.
#[eii(implement_level)]
pub static LEVEL: u64;

/// Calls the items with defaults: without a use in this crate they are missing from an optimised
/// program ("undefined symbol").
pub fn uses(x: u64) -> u64 {
    kept(x) ^ replaced(x)
}
