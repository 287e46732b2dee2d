//! `cargo linkface ir list`.

mod machine;
mod table;

use super::{input, select};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use clap::ValueEnum;
use linkface_ir::lookup::{Measured, census};
use std::cmp::Reverse;
use std::io::Write;
use std::process::ExitCode;

/// The functions of a program, with their sizes, blocks and calls
///
/// Those of the package itself: what it took from other crates, generic functions of std for example, is
/// shown with `--all`. Functions that are inlined everywhere have no code of their own, and aren't here.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface ir list                          of the package, the largest first
  cargo linkface ir list parse --sort calls       whose path has `parse` in it
  cargo linkface ir list --all --file app.ll      of a file
  cargo linkface ir list --message-format short   paths, and nothing else")]
pub(crate) struct Args {
    /// Only functions whose path or name in the IR has this in it
    #[arg(value_name = "PART")]
    part: Option<String>,
    /// Functions of other crates, too
    #[arg(long)]
    all: bool,
    /// What comes first
    #[arg(long, value_name = "KEY", default_value = "size")]
    sort: Sort,
    #[command(flatten)]
    input: input::Args,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// The most instructions.
    Size,
    /// The alphabet.
    Name,
    /// The most blocks.
    Blocks,
    /// The most calls.
    Calls,
}

/// Lists them.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let files = input::read(&args.input, session)?;
    let modules = select::modules(&files);
    let mut functions = census(&modules);
    if let Some(part) = &args.part {
        functions.retain(|function| has(function, part));
    }
    let before = functions.len();
    // Of a file in which nothing belongs to its crate, all is meant.
    let own = functions.iter().any(|function| function.own);
    if !args.all && own {
        functions.retain(|function| function.own);
    }
    let hidden = before - functions.len();
    sort(&mut functions, args.sort);
    let shell = session.shell();
    match shell.format() {
        MessageFormat::Json => {
            for function in &functions {
                let file = files.get(function.found.module);
                let line = json::line(&machine::Entry::new(function, file));
                writeln!(shell.out(), "{line}")?;
            }
            Summary::new(&[], &[]).write(shell)?;
        }
        MessageFormat::Short => {
            for function in &functions {
                writeln!(shell.out(), "{}", function.found.path.text())?;
            }
        }
        MessageFormat::Human => table::write(&functions, hidden, args.part.as_deref(), shell)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn has(function: &Measured<'_>, part: &str) -> bool {
    let path = &function.found.path;
    let name = function.found.entry.name;
    path.text().contains(part)
        || name.key().contains(part)
        || path.spellings().iter().any(|path| path.contains(part))
}

/// Of what is the same, the alphabet decides, then the name in the IR.
fn sort(functions: &mut [Measured<'_>], key: Sort) {
    functions.sort_by_cached_key(|function| {
        let most = match key {
            Sort::Size => function.instructions,
            Sort::Name => 0,
            Sort::Blocks => function.blocks,
            Sort::Calls => function.calls,
        };
        let found = &function.found;
        let name = found.path.text().to_owned();
        (Reverse(most), name, found.entry.name, found.module)
    });
}
