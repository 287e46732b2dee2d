//! `cargo linkface tree`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// The dependency tree, each façade with its provider under it
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
