//! How long it takes to load a plugin: opening, checking, mapping, and making an implementor.

use crate::built::Built;
use crate::peer::{LINKFACE, PEERS};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// Processes for each peer.
const ROUNDS: usize = 60;

/// What loading takes, in microseconds.
pub(crate) struct Load {
    /// As the program names the peer.
    pub(crate) peer: &'static str,
    /// As the tables call this.
    pub(crate) title: String,
    /// The shortest.
    pub(crate) best: f64,
    /// The median.
    pub(crate) median: f64,
}

/// The first plugin of a process, with all that is made once, in one process after the other.
pub(crate) fn measure(built: &Built) -> Result<Vec<Load>> {
    eprintln!("measuring loads");
    let mut ways: Vec<_> = PEERS
        .iter()
        .filter_map(|peer| Some((peer.name, peer.title.to_owned(), built.plugin(*peer)?)))
        .collect();
    if let Some(older) = built.older() {
        let title = "**linkface-plugin**, an older plugin, compared method by method".to_owned();
        ways.push((LINKFACE, title, older));
    }
    let mut taken = vec![Vec::new(); ways.len()];
    for _ in 0..ROUNDS {
        for ((peer, _, file), taken) in ways.iter().zip(&mut taken) {
            taken.push(once(built, peer, file)?);
        }
    }
    let loads = ways.into_iter().zip(taken);
    Ok(loads
        .map(|((peer, title, _), mut taken)| {
            taken.sort_by(f64::total_cmp);
            Load {
                peer,
                title,
                best: taken[0],
                median: taken[taken.len() / 2],
            }
        })
        .collect())
}

fn once(built: &Built, peer: &str, file: &Path) -> Result<f64> {
    let said = Command::new(&built.host)
        .args(["load", peer])
        .arg(file)
        .output()?;
    if !said.status.success() {
        bail!(
            "{peer} loads nothing\n{}",
            String::from_utf8_lossy(&said.stderr)
        );
    }
    let nanoseconds: f64 = String::from_utf8(said.stdout)?.trim().parse()?;
    Ok(nanoseconds / 1e3)
}
