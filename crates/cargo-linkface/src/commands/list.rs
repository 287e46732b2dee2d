//! `cargo linkface list`.

mod inventory;
mod table;

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::output::unread;
use crate::session::Session;
use std::io::Write;
use std::process::ExitCode;

/// Façades, items, signatures, providers and plugins of this workspace
///
/// Every façade that the workspace declares or depends on, with its items and who provides them: the
/// crates that are linked, and those of the workspace that programs load.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface list
  cargo linkface list --message-format short     one line for each item")]
pub(crate) struct Args {}

/// Lists what code declares and implements.
pub(crate) fn run(_args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let analysis = session.analysis()?;
    unread::warn(&analysis.packages, session)?;
    let facades = inventory::facades(analysis, session);
    let plugins = inventory::plugins(analysis, session);
    let shell = session.shell();
    match shell.format() {
        MessageFormat::Json => {
            for facade in &facades {
                writeln!(shell.out(), "{}", json::line(facade))?;
            }
            for plugin in &plugins {
                writeln!(shell.out(), "{}", json::line(plugin))?;
            }
            Summary::new(&analysis.resolutions, &[]).write(shell)?;
        }
        MessageFormat::Short => table::short(&facades, &plugins, shell)?,
        MessageFormat::Human => table::human(&facades, &plugins, shell)?,
    }
    Ok(ExitCode::SUCCESS)
}
