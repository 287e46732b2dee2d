//! EII and the direct call, which is what other programs' numbers are compared with.

use peer_eii_provider as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let peers = [peer_direct_caller::cases(), peer_eii_caller::cases()];
    bench_harness::program(peers.into_iter().flatten().collect())
}
