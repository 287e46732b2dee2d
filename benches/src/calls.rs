//! The programs that call, built and run: how many instructions each call takes, and how long.

use crate::profile::Profile;
use crate::{cargo, nightly, place};
use anyhow::{Context, Result, bail};
use bench_harness::{EMPTY, Scenario};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Calls per case under valgrind.
const TURNS: u64 = 1000;
/// Rounds of each case when time is measured.
const ROUNDS: u32 = 200;

/// What one case takes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Instructions and indirect branches, if they were counted.
    pub(crate) count: Option<Count>,
    /// Of a turn of the loop, if that was measured.
    pub(crate) time: Option<Time>,
}

/// How long a call takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    pub(crate) nanoseconds: f64,
    /// To the direct call in the same run.
    pub(crate) ratio: f64,
}

/// The peer that others' times are compared with.
const DIRECT: &str = "direct";

/// Of [`TURNS`] calls, from each site's first instruction to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Count {
    pub(crate) instructions: u64,
    /// Jumps and calls whose target is read from memory or a register; returns are not among them.
    pub(crate) indirect: u64,
}

impl Count {
    /// For one call, rounded: allocators don't take the same way every time.
    pub(crate) const fn of_one(self) -> Self {
        Self {
            instructions: (self.instructions + TURNS / 2) / TURNS,
            indirect: (self.indirect + TURNS / 2) / TURNS,
        }
    }
}

/// All cases of a profile.
pub(crate) struct Calls {
    costs: BTreeMap<(String, Scenario), Cost>,
    /// In the order of the tables.
    pub(crate) peers: Vec<String>,
}

impl Calls {
    /// The cost of what `peer` does, if it can.
    pub(crate) fn cost(&self, peer: &str, scenario: Scenario) -> Option<Cost> {
        self.costs.get(&(peer.to_owned(), scenario)).copied()
    }

    /// All costs, by what is called.
    pub(crate) fn costs(&self, scenario: Scenario) -> impl Iterator<Item = Cost> {
        let costs = self.costs.iter();
        costs
            .filter(move |((_, known), _)| *known == scenario)
            .map(|(_, cost)| *cost)
    }

    /// The count of what `peer` does.
    pub(crate) fn count(&self, peer: &str, scenario: Scenario) -> Option<Count> {
        self.cost(peer, scenario)?.count
    }

    /// Builds the peers by that profile and counts.
    pub(crate) fn counted(profile: Profile) -> Result<Self> {
        let program = stable(profile)?;
        let mut calls = Self {
            costs: BTreeMap::new(),
            peers: Vec::new(),
        };
        calls.add_counts(&program, profile, &[])?;
        Ok(calls)
    }

    /// Builds the peers by that profile, with nightly's where there is a nightly, counts where there
    /// is valgrind, and measures time.
    pub(crate) fn measured(profile: Profile) -> Result<Self> {
        let mut calls = Self {
            costs: BTreeMap::new(),
            peers: Vec::new(),
        };
        for program in [Some(stable(profile)?), eii(profile)?]
            .into_iter()
            .flatten()
        {
            // The second program has direct calls, too, which are known by then.
            let known = calls.peers.clone();
            if valgrind().is_some() {
                calls.add_counts(&program, profile, &known)?;
            }
            calls.add_times(&program, profile, &known)?;
        }
        Ok(calls)
    }

    fn add_counts(&mut self, program: &Path, profile: Profile, known: &[String]) -> Result<()> {
        eprintln!("counting instructions: {}", profile.title());
        let folder = place::empty("callgrind")?;
        let mut command = Command::new("valgrind");
        command
            .args([
                "--tool=callgrind",
                "--branch-sim=yes",
                "--callgrind-out-file=out",
            ])
            .args(["--toggle-collect=bench_turns", "--dump-after=bench_turns"])
            .arg(program)
            .args(["count", &TURNS.to_string()])
            .current_dir(&folder);
        let said = command.output().context("cannot run valgrind")?;
        if !said.status.success() {
            bail!("valgrind failed\n{}", String::from_utf8_lossy(&said.stderr));
        }
        let mut empty = BTreeMap::new();
        for (number, line) in (1..).zip(String::from_utf8(said.stdout)?.lines()) {
            let [peer, scenario, baseline] = words(line)?;
            let (scenario, baseline) = (scenario_named(scenario)?, scenario_named(baseline)?);
            let dump = fs::read_to_string(folder.join(format!("out.{number}")))?;
            let count = totals(&dump).with_context(|| format!("valgrind's numbers of `{line}`"))?;
            if peer == EMPTY {
                empty.insert(scenario, count);
                continue;
            }
            if known.iter().any(|known| known == peer) {
                continue;
            }
            let base = empty.get(&baseline).context("the empty cases come first")?;
            self.entry(peer, scenario).count = Some(Count {
                // An empty site has two instructions: `mov` and `ret`.
                instructions: count.instructions + 2 * TURNS - base.instructions,
                indirect: count.indirect - base.indirect,
            });
        }
        Ok(())
    }

    fn add_times(&mut self, program: &Path, profile: Profile, known: &[String]) -> Result<()> {
        eprintln!("measuring time: {}", profile.title());
        let said = Command::new(program)
            .args(["time", &ROUNDS.to_string()])
            .output()?;
        let said = String::from_utf8(said.stdout)?;
        let mut direct = BTreeMap::new();
        for line in said.lines() {
            let [peer, scenario, nanoseconds] = words(line)?;
            let (scenario, nanoseconds) = (scenario_named(scenario)?, nanoseconds.parse::<f64>()?);
            if peer == DIRECT {
                direct.insert(scenario, nanoseconds);
            }
            if peer == EMPTY || known.iter().any(|known| known == peer) {
                continue;
            }
            let to = direct
                .get(&like(scenario))
                .context("the direct calls come first")?;
            self.entry(peer, scenario).time = Some(Time {
                nanoseconds,
                ratio: nanoseconds / to,
            });
        }
        Ok(())
    }

    fn entry(&mut self, peer: &str, scenario: Scenario) -> &mut Cost {
        if !self.peers.iter().any(|known| known == peer) {
            self.peers.push(peer.to_owned());
        }
        self.costs.entry((peer.to_owned(), scenario)).or_default()
    }
}

/// The direct call that does the same: nobody has a default to call directly.
const fn like(scenario: Scenario) -> Scenario {
    match scenario {
        Scenario::Default | Scenario::Override => Scenario::Required,
        other => other,
    }
}

/// Valgrind's version, if it is installed.
pub(crate) fn valgrind() -> Option<String> {
    let said = Command::new("valgrind").arg("--version").output().ok()?;
    said.status
        .success()
        .then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// Builds the program with all peers of the stable compiler.
fn stable(profile: Profile) -> Result<PathBuf> {
    build(
        &mut cargo::stable(place::benches()),
        "bench-app",
        &place::scratch("calls")?,
        profile,
    )
}

/// Builds the program with EII, or says why not.
fn eii(profile: Profile) -> Result<Option<PathBuf>> {
    let Some(mut cargo) = nightly::cargo(&place::benches().join("eii")) else {
        eprintln!("EII is left out: there is no nightly toolchain");
        return Ok(None);
    };
    match build(&mut cargo, "bench-eii", &place::scratch("eii")?, profile) {
        Ok(program) => Ok(Some(program)),
        Err(error) => {
            eprintln!("EII is left out: the nightly toolchain doesn't take it\n{error:?}");
            Ok(None)
        }
    }
}

fn build(cargo: &mut Command, package: &str, target: &Path, profile: Profile) -> Result<PathBuf> {
    eprintln!("building: {package}, {}", profile.title());
    cargo
        .args([
            "build",
            "--locked",
            "--package",
            package,
            "--profile",
            profile.name(),
            "--target-dir",
        ])
        .arg(target);
    cargo::run(cargo)?;
    Ok(target.join(profile.name()).join(package))
}

fn words<const N: usize>(line: &str) -> Result<[&str; N]> {
    let words: Vec<&str> = line.split('\t').collect();
    words
        .try_into()
        .ok()
        .with_context(|| format!("the program printed `{line}`"))
}

fn scenario_named(name: &str) -> Result<Scenario> {
    Scenario::named(name).with_context(|| format!("the program printed `{name}`"))
}

/// The numbers of a callgrind file: `events: Ir Bc Bcm Bi Bim` names those of `summary: …`.
fn totals(dump: &str) -> Option<Count> {
    let values = |key: &str| {
        Some(
            dump.lines()
                .find_map(|line| line.strip_prefix(key))?
                .split_whitespace(),
        )
    };
    let event = |name: &str| {
        let at = values("events:")?.position(|event| event == name)?;
        values("summary:")?.nth(at)?.parse().ok()
    };
    Some(Count {
        instructions: event("Ir")?,
        indirect: event("Bi")?,
    })
}
