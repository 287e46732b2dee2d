//! The implementor.

use peer_trait_ffi_api::Api;

struct Mine;

#[trait_ffi::impl_extern_trait]
impl Api for Mine {
    fn step(x: u64) -> u64 {
        bench_harness::mix::<0x0b9d_57e3>(x)
    }
}
