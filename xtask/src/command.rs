//! What a command is, and how it fails.

use std::fmt;

/// A row of the table in `main.rs`.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    /// Its arguments, as `--help` shows them.
    pub(crate) args: &'static str,
    /// One line, without a full stop.
    pub(crate) summary: &'static str,
    /// What `--help` of this command says below its usage.
    pub(crate) details: &'static str,
    pub(crate) run: fn(&[String]) -> Result,
}

impl Command {
    /// How to call it.
    pub(crate) fn usage(&self) -> String {
        let line = format!("usage: cargo xtask {} {}", self.name, self.args);
        line.trim_end().to_owned()
    }

    /// The failure of a call with an argument that the command doesn't know.
    pub(crate) fn unknown_arg(&self, arg: &str) -> Failure {
        Failure::misuse(format!("unexpected argument `{arg}`; {}", self.usage()))
    }
}

pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

/// Why a command failed, in the style of rustc's errors: lower case, no full stop.
#[derive(Debug)]
pub(crate) struct Failure {
    text: String,
    is_misuse: bool,
}

impl Failure {
    /// Something is not as it should be.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_misuse: false,
        }
    }

    /// The command was called in a wrong way.
    pub(crate) fn misuse(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_misuse: true,
        }
    }

    /// What the process ends with.
    pub(crate) const fn exit_code(&self) -> u8 {
        if self.is_misuse { 2 } else { 1 }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
