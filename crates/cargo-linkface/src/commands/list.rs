//! `cargo linkface list`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// Façades, items, signatures and providers of this workspace
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
