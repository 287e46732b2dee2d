//! `cargo linkface check`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// All findings for every program of the workspace
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
