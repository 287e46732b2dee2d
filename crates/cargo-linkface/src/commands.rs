//! The commands. A new one is a file with `Args` and `run`, and a line in each of the two lists.
//!
//! What `Args` says in its documentation is what `--help` says.

mod add;
mod check;
mod explain;
mod facade;
mod fix;
mod header;
mod ir;
mod list;
mod new;
mod origin;
mod plugin;
mod quote;
mod tree;
mod why;

use crate::failure::Failure;
use crate::session::Session;
use clap::Subcommand;
use std::process::ExitCode;

/// What there is to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Args),
    Tree(tree::Args),
    Why(why::Args),
    List(list::Args),
    Add(add::Args),
    New(new::Args),
    Header(header::Args),
    Fix(fix::Args),
    Ir(ir::Args),
    Plugin(plugin::Args),
    Explain(explain::Args),
}

impl Command {
    /// Whether there is an answer that programs can read; the others make something.
    pub(crate) fn answers(&self) -> bool {
        match self {
            Self::Add(_) | Self::New(_) | Self::Header(_) | Self::Fix(_) => false,
            Self::Plugin(args) => args.answers(),
            _ => true,
        }
    }

    /// Does it.
    pub(crate) fn run(&self, session: &Session) -> Result<ExitCode, Failure> {
        match self {
            Self::Check(args) => check::run(args, session),
            Self::Tree(args) => tree::run(args, session),
            Self::Why(args) => why::run(args, session),
            Self::List(args) => list::run(args, session),
            Self::Add(args) => add::run(args, session),
            Self::New(args) => new::run(args, session),
            Self::Header(args) => header::run(args, session),
            Self::Fix(args) => fix::run(args, session),
            Self::Ir(args) => ir::run(args, session),
            Self::Plugin(args) => plugin::run(args, session),
            Self::Explain(args) => explain::run(args, session),
        }
    }
}
