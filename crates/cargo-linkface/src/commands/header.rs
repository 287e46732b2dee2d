//! `cargo linkface header`.

use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// The C header of a façade's `abi = "C"` items
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs it.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    session.graph()?;
    Ok(ExitCode::SUCCESS)
}
