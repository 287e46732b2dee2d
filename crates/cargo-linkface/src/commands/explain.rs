//! `cargo linkface explain`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// What a finding means, and how to mend it
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
