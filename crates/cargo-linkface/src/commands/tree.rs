//! `cargo linkface tree`.

mod machine;
mod paint;
mod roots;

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::session::Session;
use clap::ValueEnum;
use linkface_graph::tree::text::{self, Options};
use linkface_graph::tree::{html, svg};
use roots::Roots;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The dependency tree, each façade with its provider under it
///
/// Cargo's tree has the provider depend on the façade. Here the provider stands under the façade that
/// it implements. Only what leads to a façade or a provider is shown, unless `--all` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface tree                     programs and shared libraries
  cargo linkface tree --root it           a test, an example, …: any root
  cargo linkface tree --html tree.html    a page to search and walk through, with all roots")]
pub(crate) struct Args {
    /// The tree of this root: `app`, or `test it` if the name alone says too little
    #[arg(long, value_name = "NAME")]
    root: Option<String>,
    /// Packages too that lead to no façade and no provider
    #[arg(long)]
    all: bool,
    /// Which characters the lines are made of
    #[arg(long, value_name = "CHARSET", default_value = "utf8")]
    charset: Charset,
    /// Write a picture to this file instead
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write a page to this file instead: it needs nothing else
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
}

/// Which characters the lines are made of.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Charset {
    Utf8,
    Ascii,
}

/// Draws.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let roots = roots::select(session, args.root.as_deref())?;
    if let Some(file) = &args.html {
        write(file, &html::page(&roots.all_trees(), args.all), session)?;
    }
    if let Some(file) = &args.svg {
        write(file, &svg::draw(&roots.trees(), args.all), session)?;
    }
    if session.shell().format() == MessageFormat::Json {
        machine::write(roots.main(), args.all, session)?;
        return Ok(ExitCode::SUCCESS);
    }
    if args.html.is_none() && args.svg.is_none() {
        text(args, &roots, session)?;
    }
    if args.html.is_none() {
        roots.name_others(*session.shell())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn text(args: &Args, roots: &Roots<'_>, session: &Session) -> Result<(), Failure> {
    let options = Options {
        all: args.all,
        charset: match args.charset {
            Charset::Utf8 => text::Charset::Unicode,
            Charset::Ascii => text::Charset::Ascii,
        },
    };
    let mut out = session.shell().out();
    for (nth, drawn) in roots.main().iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        for line in drawn.tree.text(options) {
            writeln!(out, "{}", paint::paint(&line))?;
        }
    }
    Ok(())
}

fn write(file: &Path, text: &str, session: &Session) -> Result<(), Failure> {
    fs::write(file, text).map_err(|why| Failure::file("write", file, why))?;
    session
        .shell()
        .status("Wrote", &session.display(file))
        .map_err(Failure::from)
}
