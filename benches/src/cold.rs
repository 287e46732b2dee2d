//! What it costs to build a peer and its macros, from nothing.

use crate::{cargo, place};
use anyhow::Result;
use std::time::Duration;

/// A peer on crates.io, and linkface. Each has a crate in `cold/` that depends on nothing else.
const PEERS: [&str; 6] = [
    "linkface",
    "linkme",
    "crate_interface",
    "extern-trait",
    "trait-ffi",
    "unitrait",
];
const ROUNDS: u32 = 3;

/// What building a peer takes.
pub(crate) struct Cold {
    pub(crate) peer: &'static str,
    /// Of the processor, the best of some rounds.
    pub(crate) time: Duration,
    /// How many crates that is.
    pub(crate) crates: usize,
}

/// Builds each peer in an empty target folder.
pub(crate) fn measure() -> Result<Vec<Cold>> {
    cargo::run(cargo::stable(place::benches()).args(["fetch", "--locked"]))?;
    let mut all = PEERS.map(|peer| Cold {
        peer,
        time: Duration::MAX,
        crates: 0,
    });
    // In turn, so that what else the machine does hits all.
    for round in 1..=ROUNDS {
        for cold in &mut all {
            eprintln!("cold build {round} of {ROUNDS}: {}", cold.peer);
            let target = place::empty("cold")?;
            let (time, said) = cargo::time(
                cargo::stable(place::benches())
                    .args([
                        "build",
                        "--locked",
                        "--offline",
                        "--package",
                        &format!("cold-{}", cold.peer),
                    ])
                    .arg("--target-dir")
                    .arg(target),
            )?;
            cold.time = cold.time.min(time);
            // All but the crate that depends on the peer.
            cold.crates = said.matches("Compiling ").count() - 1;
        }
    }
    Ok(all.into())
}
