//! `cargo linkface plugin`: what a plugin's file says, without loading it.

mod diff;
mod header;
mod inspect;
mod machine;
mod open;

use crate::failure::Failure;
use crate::session::Session;
use clap::Subcommand;
use std::process::ExitCode;

/// Plugins: what their files say, what a change breaks, and a C header for hosts
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
enum Command {
    Inspect(inspect::Args),
    Diff(diff::Args),
    Header(header::Args),
}

impl Args {
    /// Whether there is an answer that programs can read.
    pub(crate) fn answers(&self) -> bool {
        !matches!(self.command, Command::Header(_))
    }
}

/// Does it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    match &args.command {
        Command::Inspect(args) => inspect::run(args, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Header(args) => header::run(args, session),
    }
}
