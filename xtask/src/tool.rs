//! Programs, run in a clean environment.

use crate::command::{Failure, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// Variables of Cargo and rustc that what we run may see: where things are, and how many jobs to
/// run. Everything else of theirs is about the Cargo that runs us.
const KEPT: &[&str] = &[
    "CARGO_HOME",
    "CARGO_BUILD_JOBS",
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
];
const SCRUBBED: &[&str] = &["CARGO", "RUST", "LD_LIBRARY_PATH", "DYLD_", "MAKEFLAGS"];

/// How a program ended, and what it printed: both of its outputs, in their order.
pub(crate) struct Output {
    pub(crate) text: String,
    /// `None` if a signal ended it.
    pub(crate) code: Option<i32>,
}

impl Output {
    pub(crate) fn success(&self) -> bool {
        self.code == Some(0)
    }
}

/// A program, to be run in `folder`.
pub(crate) fn tool(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    // Linkers and C compilers translate their messages.
    command.env("LC_ALL", "C.UTF-8");
    for (name, _) in env::vars_os() {
        if is_scrubbed(&name) {
            command.env_remove(name);
        }
    }
    command
}

/// The Cargo that runs us.
pub(crate) fn cargo(folder: &Path) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    tool(cargo, folder)
}

/// Runs it to its end.
pub(crate) fn run(command: Command) -> Result<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    both_outputs(command).map_err(|error| Failure::new(format!("cannot run `{name}`: {error}")))
}

fn both_outputs(mut command: Command) -> io::Result<Output> {
    let (mut reader, writer) = io::pipe()?;
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // It holds the pipe's other end, too: without this the pipe would never end.
    drop(command);
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(Output {
        text: String::from_utf8_lossy(&bytes).into_owned(),
        code: child.wait()?.code(),
    })
}

fn is_scrubbed(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let theirs = SCRUBBED.iter().any(|prefix| name.starts_with(prefix));
    theirs && !KEPT.contains(&&*name)
}
