//! `cargo linkface new`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// Make a façade, a provider or a program
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
