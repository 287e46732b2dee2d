//! `cargo linkface ir diff`.

use super::input;
use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// A function before and after optimisation, after each pass, or in two builds
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
