//! The command line.

use anyhow::Result;
use lexopt::prelude::*;

/// What was asked for.
pub(crate) enum Args {
    /// Measure everything and write the tables.
    All,
    /// Only what is exact, and compare it with the goals.
    Check,
    /// Say what can be asked for.
    Help,
}

/// The answer to `--help`.
pub(crate) const HELP: &str = "\
Measures linkface-plugin beside other ways to load an implementor.

Usage: plugin-bench [--check]

  --check  only count instructions and lines of errors, and fail where a goal is missed
  --help   this text
";

impl Args {
    /// Reads the arguments of this process.
    pub(crate) fn parse() -> Result<Self> {
        let mut parser = lexopt::Parser::from_env();
        let mut args = Self::All;
        while let Some(arg) = parser.next()? {
            match arg {
                Long("check") => args = Self::Check,
                Short('h') | Long("help") => args = Self::Help,
                _ => return Err(arg.unexpected().into()),
            }
        }
        Ok(args)
    }
}
