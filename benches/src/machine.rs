//! What all this ran on.

use crate::{calls, nightly, place};
use anyhow::Result;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// One line, without a path in it.
pub(crate) fn line() -> Result<String> {
    let rustc = first_line(Command::new("rustc").arg("--version"))?;
    let nightly = match nightly::cargo(place::benches()) {
        Some(_) => {
            first_line(Command::new("rustup").args(["run", "nightly", "rustc", "--version"]))?
        }
        None => "no nightly".to_owned(),
    };
    let valgrind =
        calls::valgrind().unwrap_or_else(|| "no valgrind: no instruction counts".to_owned());
    let cores = available_parallelism()?;
    let host = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    Ok(format!(
        "{}, {cores} cores, {host}; {rustc}; {nightly}; {valgrind}",
        processor()
    ))
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

fn first_line(command: &mut Command) -> Result<String> {
    let said = command.output()?;
    let text = String::from_utf8_lossy(&said.stdout);
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
