//! `cargo linkface add`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// Add a provider to a program: the dependency, and `link!()`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
