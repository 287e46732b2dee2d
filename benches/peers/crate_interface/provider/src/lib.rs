//! The implementor.

use peer_crate_interface_api::Api;

struct Mine;

#[crate_interface::impl_interface]
impl Api for Mine {
    fn step(x: u64) -> u64 {
        bench_harness::mix::<0x4719_d68b>(x)
    }
}
