//! `cargo linkface plugin header`.

use crate::failure::Failure;
use crate::session::Session;
use linkface_plugin::c;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A C header for hosts that are written in C
///
/// Made of what the plugin says of itself: the types that cross, with assertions of their layouts, a
/// table with typed functions for each interface, and functions that make its implementors after
/// comparing descriptions. C11 and C++11.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface plugin header mods/euler.so              to standard output
  cargo linkface plugin header mods/euler.so -o euler.h   to a file, which is left alone if it is the same")]
pub(crate) struct Args {
    /// The plugin: an ELF, Mach-O or PE file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let (header, _) = super::open::open(&args.file)?;
    let name = match &args.output {
        Some(output) => output
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        None => header.package.clone(),
    };
    let text = c::header(&header, &name)
        .map_err(|problem| Failure::file("write a C header for", &args.file, problem))?;
    match &args.output {
        Some(file) => write(file, &text)?,
        None => session.shell().out().write_all(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Build systems look at the time of a file: one that is right already stays.
fn write(file: &Path, text: &str) -> Result<(), Failure> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(file, text).map_err(|why| Failure::file("write", file, why))
}
