//! Who implements them, by a call and by the linker.

use bench_harness::mix;
use linkface::{AlreadyInstalled, implement};

fn step(x: u64) -> u64 {
    mix::<0x71b4_2ce5>(x)
}

#[implement(peer_linkface_dynamic_api::replaced)]
fn replaced(x: u64) -> u64 {
    mix::<0x2f95_d83b>(x)
}

/// Installs the others.
///
/// # Errors
///
/// If that was done before.
pub fn init() -> Result<(), AlreadyInstalled> {
    peer_linkface_dynamic_api::step::install(step)?;
    peer_linkface_dynamic_api::LEVEL.install(&0x5c61)?;
    Ok(())
}
