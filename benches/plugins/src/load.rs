//! How long it takes to load a plugin: opening, checking, mapping, and making an implementor.

use crate::built::Built;
use crate::peer::{LINKFACE, PEERS};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Processes for each peer.
const ROUNDS: usize = 60;

/// What loading takes, in microseconds.
pub(crate) struct Load {
    /// As the program names the peer.
    pub(crate) peer: &'static str,
    /// As the tables call this.
    pub(crate) title: String,
    /// The first plugin of a process, with all that is made once.
    pub(crate) first: Times,
    /// Another file with the same in it, if the peer loads two.
    pub(crate) next: Option<Times>,
}

/// Of many processes.
pub(crate) struct Times {
    /// The shortest.
    pub(crate) best: f64,
    /// The median.
    pub(crate) median: f64,
}

struct Way {
    peer: &'static str,
    title: String,
    files: Vec<PathBuf>,
    taken: [Vec<f64>; 2],
}

/// In one process after the other.
pub(crate) fn measure(built: &Built) -> Result<Vec<Load>> {
    eprintln!("measuring loads");
    let mut ways = Vec::new();
    for peer in PEERS {
        if let Some(file) = built.plugin(peer) {
            ways.push(Way::new(peer.name, peer.title.to_owned(), file)?);
        }
    }
    if let Some(older) = built.older() {
        let title = "**linkface-plugin**, an older plugin, compared method by method".to_owned();
        ways.push(Way::new(LINKFACE, title, older)?);
    }
    let linkface = PEERS.into_iter().find(|peer| peer.name == LINKFACE);
    if let Some(file) = linkface.and_then(|peer| built.plugin(peer)) {
        let title = "the same bytes read and the same file mapped, nothing checked, nothing called";
        ways.push(Way::new("unchecked", title.to_owned(), file)?);
    }
    for _ in 0..ROUNDS {
        for way in &mut ways {
            way.measure(built)?;
        }
    }
    Ok(ways.into_iter().filter_map(Way::load).collect())
}

impl Way {
    fn new(peer: &'static str, title: String, file: PathBuf) -> Result<Self> {
        // A root module of abi_stable is loaded once: from then on, it is that one.
        let mut files = Vec::new();
        if peer != "abi_stable" {
            let next = file.with_extension("next");
            fs::copy(&file, &next).with_context(|| next.display().to_string())?;
            files.push(next);
        }
        files.insert(0, file);
        Ok(Self {
            peer,
            title,
            files,
            taken: Default::default(),
        })
    }

    fn measure(&mut self, built: &Built) -> Result<()> {
        let said = Command::new(&built.host)
            .args(["load", self.peer])
            .args(&self.files)
            .output()?;
        if !said.status.success() {
            let stderr = String::from_utf8_lossy(&said.stderr);
            bail!("{} loads nothing\n{stderr}", self.peer);
        }
        let lines = String::from_utf8(said.stdout)?;
        for (line, taken) in lines.lines().zip(&mut self.taken) {
            taken.push(line.parse::<f64>()? / 1e3);
        }
        Ok(())
    }

    fn load(self) -> Option<Load> {
        let [first, next] = self.taken.map(Times::of);
        Some(Load {
            peer: self.peer,
            title: self.title,
            first: first?,
            next,
        })
    }
}

impl Times {
    fn of(mut taken: Vec<f64>) -> Option<Self> {
        taken.sort_by(f64::total_cmp);
        Some(Self {
            best: *taken.first()?,
            median: taken[taken.len() / 2],
        })
    }
}
