//! `cargo linkface ir`: LLVM IR read, explained, drawn, compared, run.

mod bisect;
mod cfg;
mod diff;
mod input;
mod interrupt;
mod list;
mod problems;
mod prove;
mod run;
mod select;
mod show;
mod step;
mod text;

use crate::failure::Failure;
use crate::session::Session;
use clap::Subcommand;
use std::process::ExitCode;

/// Read LLVM IR: what rustc makes of a function, and what a call costs
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Cfg(cfg::Args),
    Step(step::Args),
    Diff(diff::Args),
    Prove(prove::Args),
    Run(run::Args),
    Bisect(bisect::Args),
}

/// Does it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    match &args.command {
        Command::List(args) => list::run(args, session),
        Command::Show(args) => show::run(args, session),
        Command::Cfg(args) => cfg::run(args, session),
        Command::Step(args) => step::run(args, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Prove(args) => prove::run(args, session),
        Command::Run(args) => run::run(args, session),
        Command::Bisect(args) => bisect::run(args, session),
    }
}
