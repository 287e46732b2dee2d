//! Where the IR comes from: a file, or a build of the package.

use super::text;
use crate::failure::Failure;
use crate::session::Session;
use std::path::{Path, PathBuf};

/// Where the IR comes from.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct Args {
    /// Read this file of LLVM IR, `-` for standard input, instead of building the package
    #[arg(long, value_name = "FILE.ll")]
    file: Option<PathBuf>,
}

/// One file of LLVM IR.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What to call it: a path as people write it.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// Reads it.
pub(crate) fn read(args: &Args, session: &Session) -> Result<Vec<Source>, Failure> {
    let _ = session;
    let Some(file) = &args.file else {
        return Err(Failure::new("no build yet: give `--file`"));
    };
    Ok(vec![source(file)?])
}

fn source(file: &Path) -> Result<Source, Failure> {
    Ok(Source {
        name: file.display().to_string(),
        text: text::read(file)?,
    })
}
