//! What is said of a plugin whose struct has one more field, in front of the others.

use crate::built::Built;
use crate::peer::{PEERS, Peer};
use anyhow::Result;
use std::process::Command;

/// What happens when it is loaded and called.
#[derive(Clone)]
pub(crate) enum Answer {
    /// The plugin is refused, in these words.
    Refused(String),
    /// The plugin reads fields for others.
    Wrong,
    /// The plugin reads what the host wrote.
    Right,
}

/// What a peer does.
#[derive(Clone)]
pub(crate) struct Grown {
    pub(crate) peer: Peer,
    pub(crate) answer: Answer,
}

/// Loads each peer's grown plugin.
pub(crate) fn measure(built: &Built) -> Result<Vec<Grown>> {
    let mut all = Vec::new();
    for peer in PEERS {
        let Some(file) = built.grown(peer) else {
            continue;
        };
        let said = Command::new(&built.host)
            .args(["try", peer.name])
            .arg(&file)
            .output()?;
        let answer = if said.status.success() {
            // 1 + 2 ^ 3
            if said.stdout == b"0\n" {
                Answer::Right
            } else {
                Answer::Wrong
            }
        } else {
            // Not where it is on this machine.
            let folder = format!("{}/", file.parent().unwrap_or(&file).display());
            let text = String::from_utf8_lossy(&said.stderr).replace(&folder, "");
            Answer::Refused(text.trim().to_owned())
        };
        all.push(Grown { peer, answer });
    }
    Ok(all)
}
