//! What it costs to build a library that loads, from nothing.

use crate::{cargo, place};
use anyhow::Result;
use std::time::{Duration, Instant};

/// Each has a crate in `cold/` that depends on nothing else: its folder, and what the table calls it.
const PEERS: [(&str, &str); 6] = [
    ("linkface-plugin", LINKFACE),
    (
        "linkface-plugin-side",
        "the same, as a plugin has it: without `host`",
    ),
    ("syn", "syn and quote alone, as a macro has them"),
    ("abi_stable", "abi_stable"),
    ("stabby", "stabby"),
    ("savefile-abi", "savefile-abi"),
];
/// The one that has a goal.
pub(crate) const LINKFACE: &str = "linkface-plugin";
/// Builds of each.
pub(crate) const ROUNDS: u32 = 3;

/// What building a peer takes, as a release.
pub(crate) struct Cold {
    pub(crate) peer: &'static str,
    /// Of the processor, the best of some rounds.
    pub(crate) processor: Duration,
    /// By the clock, the best of some rounds.
    pub(crate) clock: Duration,
    /// How many crates that is.
    pub(crate) crates: usize,
}

/// Builds each peer in an empty target folder.
pub(crate) fn measure() -> Result<Vec<Cold>> {
    cargo::run(cargo::stable(place::here()).args(["fetch", "--locked"]))?;
    let mut all = PEERS.map(|(_, peer)| Cold {
        peer,
        processor: Duration::MAX,
        clock: Duration::MAX,
        crates: 0,
    });
    // In turn, so that what else the machine does hits all.
    for round in 1..=ROUNDS {
        for (cold, (folder, _)) in all.iter_mut().zip(PEERS) {
            eprintln!("cold build {round} of {ROUNDS}: {folder}");
            let target = place::empty("cold")?;
            let start = Instant::now();
            let (processor, said) = cargo::time(
                cargo::stable(place::here())
                    .args(["build", "--locked", "--offline", "--release", "--package"])
                    .arg(format!("cold-{folder}"))
                    .arg("--target-dir")
                    .arg(target),
            )?;
            cold.clock = cold.clock.min(start.elapsed());
            cold.processor = cold.processor.min(processor);
            // All but the crate that depends on the peer.
            cold.crates = said.matches("Compiling ").count() - 1;
        }
    }
    Ok(all.into())
}
