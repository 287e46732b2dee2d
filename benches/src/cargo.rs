//! Cargo, run to build something, or to see how long that takes.

use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The Cargo that runs this program.
pub(crate) fn stable(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs it to its end; what it said goes into the error only.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command
        .output()
        .with_context(|| format!("cannot run `{line}`"))?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("`{line}` failed\n{stderr}");
    }
    Ok(stderr.into_owned())
}

/// What [`run`] does, and the processor time of it and all that it started.
pub(crate) fn time(command: &mut Command) -> Result<(Duration, String)> {
    let before = used()?;
    let said = run(command)?;
    Ok((used()?.saturating_sub(before), said))
}

/// The processor time of all children so far.
fn used() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(micros.try_into()?))
}

fn line(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
