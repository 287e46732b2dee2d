//! `cargo linkface why`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// Which provider implements an item or a façade, and why it
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
