//! All peers in one program, so that their numbers are of one run.

use std::process::ExitCode;
use {
    peer_by_hand_provider as _, peer_crate_interface_provider as _,
    peer_extern_trait_provider as _, peer_trait_ffi_provider as _, peer_unitrait_provider as _,
};

linkface::link!(peer_linkface_provider, peer_linkface_dynamic_provider);

fn main() -> ExitCode {
    let peers = [
        peer_direct_caller::cases(),
        peer_by_hand_caller::cases(),
        peer_linkface_caller::cases(),
        peer_linkface_dynamic_caller::cases(),
        peer_extern_trait_caller::cases(),
        peer_crate_interface_caller::cases(),
        peer_trait_ffi_caller::cases(),
        peer_unitrait_caller::cases(),
        peer_box_dyn_caller::cases(),
        peer_once_lock_caller::cases(),
    ];
    bench_harness::program(peers.into_iter().flatten().collect())
}
