//! The implementor.

use peer_eii_api::{implement_level, implement_replaced, implement_step};

#[implement_step]
fn step(x: u64) -> u64 {
    bench_harness::mix::<0x70e9_d385>(x)
}

#[implement_replaced]
fn replaced(x: u64) -> u64 {
    bench_harness::mix::<0x12d7_4bc1>(x)
}

#[implement_level]
static LEVEL: u64 = 0x4a83;
