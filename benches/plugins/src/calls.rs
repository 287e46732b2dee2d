//! The host, run: how many instructions each call takes, and how long.

use crate::built::Built;
use crate::place;
use anyhow::{Context, Result, bail};
use plugin_bench_harness::{EMPTY, Scenario};
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// Calls per case under valgrind.
const TURNS: u64 = 1000;
/// Rounds of each case when time is measured.
const ROUNDS: u32 = 400;

/// What one case takes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Instructions, of host and plugin, if they were counted.
    pub(crate) instructions: Option<u64>,
    /// In a loop, if that was measured.
    pub(crate) time: Option<Time>,
}

/// How long a call takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    /// The shortest round, in nanoseconds per call.
    pub(crate) best: f64,
    /// The median round, in nanoseconds per call.
    pub(crate) median: f64,
    /// The median of the ratios to the linked call in the same round.
    pub(crate) ratio: f64,
}

/// All cases.
#[derive(Default)]
pub(crate) struct Calls(BTreeMap<(String, Scenario), Cost>);

impl Calls {
    /// The cost of what `peer` does, if it can.
    pub(crate) fn cost(&self, peer: &str, scenario: Scenario) -> Option<Cost> {
        self.0.get(&(peer.to_owned(), scenario)).copied()
    }
}

/// Counts the instructions of each case.
pub(crate) fn count(built: &Built) -> Result<Calls> {
    let mut calls = Calls::default();
    add_counts(&mut calls, built)?;
    Ok(calls)
}

/// Counts where there is valgrind, and measures time.
pub(crate) fn measure(built: &Built) -> Result<Calls> {
    let mut calls = Calls::default();
    if valgrind().is_some() {
        add_counts(&mut calls, built)?;
    }
    add_times(&mut calls, built)?;
    Ok(calls)
}

fn add_counts(calls: &mut Calls, built: &Built) -> Result<()> {
    eprintln!("counting instructions");
    let folder = place::empty("callgrind")?;
    let said = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=out"])
        .args(["--toggle-collect=bench_turns", "--dump-after=bench_turns"])
        .arg(&built.host)
        .args(["count", &TURNS.to_string()])
        .arg(&built.plugins)
        .current_dir(&folder)
        .output()
        .context("cannot run valgrind")?;
    if !said.status.success() {
        bail!("valgrind failed\n{}", String::from_utf8_lossy(&said.stderr));
    }
    let mut empty = 0;
    for (number, line) in (1..).zip(String::from_utf8(said.stdout)?.lines()) {
        let [peer, scenario] = words(line)?;
        let dump = fs::read_to_string(folder.join(format!("out.{number}")))?;
        let count = total(&dump).with_context(|| format!("valgrind's numbers of `{line}`"))?;
        if peer == EMPTY {
            // A function that does nothing has two instructions: `mov` and `ret`.
            empty = count - 2 * TURNS;
        } else {
            // Rounded: allocators don't take the same way every time.
            let count = (count.saturating_sub(empty) + TURNS / 2) / TURNS;
            entry(calls, peer, scenario)?.instructions = Some(count);
        }
    }
    Ok(())
}

fn add_times(calls: &mut Calls, built: &Built) -> Result<()> {
    eprintln!("measuring calls");
    let said = Command::new(&built.host)
        .args(["time", &ROUNDS.to_string()])
        .arg(&built.plugins)
        .output()?;
    if !said.status.success() {
        bail!("the host failed\n{}", String::from_utf8_lossy(&said.stderr));
    }
    for line in String::from_utf8(said.stdout)?.lines() {
        let [peer, scenario, best, median, ratio] = words(line)?;
        if peer != EMPTY {
            entry(calls, peer, scenario)?.time = Some(Time {
                best: best.parse()?,
                median: median.parse()?,
                ratio: ratio.parse()?,
            });
        }
    }
    Ok(())
}

fn entry<'a>(calls: &'a mut Calls, peer: &str, scenario: &str) -> Result<&'a mut Cost> {
    let scenario =
        Scenario::named(scenario).with_context(|| format!("there is no `{scenario}`"))?;
    Ok(calls.0.entry((peer.to_owned(), scenario)).or_default())
}

/// Valgrind's version, if it is installed.
pub(crate) fn valgrind() -> Option<String> {
    let said = Command::new("valgrind").arg("--version").output().ok()?;
    said.status
        .success()
        .then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

fn words<const N: usize>(line: &str) -> Result<[&str; N]> {
    let words: Vec<&str> = line.split('\t').collect();
    words
        .try_into()
        .ok()
        .with_context(|| format!("the program printed `{line}`"))
}

/// The instructions of a callgrind file.
fn total(dump: &str) -> Option<u64> {
    let line = dump
        .lines()
        .find_map(|line| line.strip_prefix("summary:"))?;
    line.split_whitespace().next()?.parse().ok()
}
