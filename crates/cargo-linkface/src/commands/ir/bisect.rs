//! `cargo linkface ir bisect`.

use super::input;
use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// The optimisation that changes an outcome
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The function: its path, or the end of it
    #[arg(value_name = "FN")]
    function: Option<String>,
    #[command(flatten)]
    input: input::Args,
}

pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let files = input::read(&args.input, session)?;
    let _ = (&args.function, files);
    Err(Failure::new("not written yet"))
}
