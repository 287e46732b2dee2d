//! What all this ran on.

use crate::calls;
use crate::peer::{PEERS, Peer};
use anyhow::Result;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// Machine, compiler and peers, without a path in it.
pub(crate) fn lines() -> Result<String> {
    let rustc = Command::new("rustc").arg("--version").output()?;
    let rustc = String::from_utf8_lossy(&rustc.stdout).trim().to_owned();
    let valgrind =
        calls::valgrind().unwrap_or_else(|| "no valgrind: no instruction counts".to_owned());
    let cores = available_parallelism()?;
    let host = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    let peers: Vec<String> = PEERS.into_iter().filter_map(Peer::version).collect();
    Ok(format!(
        "{}, {cores} cores, {host}{}; {rustc}; {valgrind}; {}",
        processor(),
        busy(),
        peers.join(", ")
    ))
}

/// What else the machine did: times by the clock are not what they would be without.
fn busy() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let last = load.split(' ').nth(2);
    last.map_or_else(String::new, |load| {
        format!(", whose load was {load} in the last quarter of an hour")
    })
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    name.map_or_else(
        || "an unnamed processor".to_owned(),
        |(_, name)| name.trim().to_owned(),
    )
}
