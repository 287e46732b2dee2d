//! Why there is no IR.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no IR.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Cargo could not be started.
    NoCargo {
        /// What was called.
        program: String,
        /// What the system says.
        why: String,
    },
    /// Cargo failed. If it was to show what it says, it has said it already.
    Cargo {
        /// What it wrote to standard error; empty if that was shown.
        said: String,
        /// Its exit code; none if it was killed.
        code: Option<i32>,
    },
    /// It isn't clear what to build.
    Unclear {
        /// What is wrong.
        message: String,
        /// What there is: flags of Cargo's, `--bin app`.
        choices: Vec<String>,
    },
    /// A file can't be read or written.
    File {
        /// What was tried: `read`, `lock`.
        what: &'static str,
        /// Which file.
        file: PathBuf,
        /// What the system says.
        why: String,
    },
    /// rustc wrote no IR, or Cargo said something that isn't understood.
    Unexpected(String),
}

impl Error {
    pub(super) fn file(what: &'static str, file: &Path, why: &io::Error) -> Self {
        Self::File {
            what,
            file: file.to_owned(),
            why: why.to_string(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCargo { program, why } => write!(f, "cannot run `{program}`: {why}"),
            Self::Cargo { said, .. } if !said.is_empty() => write!(f, "Cargo failed:\n{said}"),
            Self::Cargo { code, .. } => match code {
                Some(code) => write!(f, "Cargo failed with exit code {code}"),
                None => f.write_str("Cargo was killed"),
            },
            Self::Unclear { message, choices } => {
                f.write_str(message)?;
                if !choices.is_empty() {
                    write!(f, ": choose one of {}", choices.join(", "))?;
                }
                Ok(())
            }
            Self::File { what, file, why } => {
                write!(f, "cannot {what} `{}`: {why}", file.display())
            }
            Self::Unexpected(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {}
