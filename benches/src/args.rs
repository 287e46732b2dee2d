//! The command line.

use anyhow::Result;
use lexopt::prelude::*;

/// What was asked for.
pub(crate) enum Args {
    /// Measure everything and write the tables.
    All,
    /// Count instructions and compare them with the goals.
    Check,
    /// Measure what finding providers costs.
    Facades,
    /// Measure what a use of linkface-traits costs.
    Uses,
    /// Say what can be asked for.
    Help,
}

/// The answer to `--help`.
pub(crate) const HELP: &str = "\
Measures linkface beside its peers.

Usage: linkface-benches [--check | --facades | --uses]

  --check    only count instructions, and fail where a goal is missed
  --facades  only measure `link!()` and `cargo linkface check`, and print that
  --uses     only measure what a use of linkface-traits costs to compile, and print that
  --help     this text
";

impl Args {
    /// Reads the arguments of this process.
    pub(crate) fn parse() -> Result<Self> {
        let mut parser = lexopt::Parser::from_env();
        let mut args = Self::All;
        while let Some(arg) = parser.next()? {
            match arg {
                Long("check") => args = Self::Check,
                Long("facades") => args = Self::Facades,
                Long("uses") => args = Self::Uses,
                Short('h') | Long("help") => args = Self::Help,
                _ => return Err(arg.unexpected().into()),
            }
        }
        Ok(args)
    }
}
