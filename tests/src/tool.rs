//! Programs, run in a clean environment.

use crate::Output;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

/// Variables of Cargo, rustc and the dynamic linker that a case may see: where things are, and how
/// many jobs to run. Everything else of theirs is about the outer `cargo test`.
const KEPT: &[&str] = &[
    "CARGO_HOME",
    "CARGO_BUILD_JOBS",
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
];
const SCRUBBED: &[&str] = &[
    "CARGO",
    "RUST",
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "DYLD_",
    "MAKEFLAGS",
];

/// A program and its arguments.
#[derive(Debug)]
pub struct Tool(Command);

impl Tool {
    /// `program`, to be run in `folder`.
    pub fn new(program: impl AsRef<OsStr>, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder).stdin(Stdio::null());
        // Linkers and C compilers translate their messages.
        command.env("LC_ALL", "C");
        for (name, _) in env::vars_os() {
            if is_scrubbed(&name) {
                command.env_remove(name);
            }
        }
        Self(command)
    }

    /// The Cargo that runs this test.
    #[must_use]
    pub fn cargo(folder: &Path) -> Self {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(cargo, folder).env("CARGO_TERM_COLOR", "never")
    }

    /// The compiler, without Cargo.
    #[must_use]
    pub fn rustc(folder: &Path) -> Self {
        Self::new(variable("RUSTC", "rustc"), folder)
    }

    /// The C compiler, which is also how rustc calls the linker.
    #[must_use]
    pub fn cc(folder: &Path) -> Self {
        Self::new(variable("CC", "cc"), folder)
    }

    /// The C++ compiler.
    #[must_use]
    pub fn cxx(folder: &Path) -> Self {
        Self::new(variable("CXX", "c++"), folder)
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.0.arg(arg);
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.0.args(args);
        self
    }

    /// Sets a variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Runs it to its end.
    #[must_use = "a failure is only noticed by whoever asks"]
    #[track_caller]
    pub fn run(mut self) -> Output {
        let line = self.line();
        match self.0.output() {
            Ok(output) => Output::new(line, &output),
            Err(error) => panic!("cannot run `{line}`: {error}"),
        }
    }

    /// Runs it to its end, if there is such a program.
    #[must_use]
    pub fn try_run(mut self) -> Option<Output> {
        let line = self.line();
        let output = self.0.output().ok()?;
        Some(Output::new(line, &output))
    }

    fn line(&self) -> String {
        let words = [self.0.get_program()].into_iter().chain(self.0.get_args());
        words
            .map(OsStr::to_string_lossy)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn is_scrubbed(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let theirs = SCRUBBED.iter().any(|prefix| name.starts_with(prefix));
    theirs && !KEPT.contains(&&*name)
}

fn variable(name: &str, otherwise: &str) -> OsString {
    env::var_os(name).unwrap_or_else(|| otherwise.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_outer_cargo_stays_outside() {
        for name in [
            "CARGO_PKG_NAME",
            "CARGO_TARGET_DIR",
            "RUSTFLAGS",
            "RUSTC_WORKSPACE_WRAPPER",
        ] {
            assert!(is_scrubbed(OsStr::new(name)), "{name}");
        }
        for name in ["CARGO_HOME", "RUSTUP_TOOLCHAIN", "PATH", "HOME"] {
            assert!(!is_scrubbed(OsStr::new(name)), "{name}");
        }
    }
}
