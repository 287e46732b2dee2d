//! `cargo linkface header`.

use super::facade::Facade;
use crate::failure::Failure;
use crate::session::Session;
use annotate_snippets::{AnnotationKind, Group, Level, Snippet};
use linkface_graph::facts::{Declared, Place};
use linkface_graph::header::{Problem, Source, header};
use linkface_graph::scan::{Cfg, Files, scan};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The C header of a façade's `abi = "C"` items
///
/// Functions with `abi = "C"` and a `symbol`, and statics with a `symbol`, become declarations for
/// C99 and C++, with the `#[repr(C)]` types of the façade that they name. A type that C doesn't have
/// is an error that says what to write instead.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface header board                       to standard output
  cargo linkface header board -o include/board.h    to a file, which is left alone if it is the same")]
pub(crate) struct Args {
    /// The façade: a package of this workspace, or one that it depends on; `NAME` or `NAME@VERSION`
    facade: String,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let facade = Facade::find(session.packages()?, &args.facade)?;
    let sources = sources(&facade.library.source);
    let files: Vec<Source<'_>> = sources
        .iter()
        .map(|(file, text)| Source { file, text })
        .collect();
    let declared: Vec<Declared> = facade.declared.iter().copied().cloned().collect();
    match header(&facade.key, &declared, &files) {
        Ok(text) => {
            match &args.output {
                Some(file) => write(file, &text)?,
                None => session.shell().out().write_all(text.as_bytes())?,
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            for problem in &problems {
                let text = report(session, problem, &sources);
                writeln!(session.shell().err(), "{text}\n")?;
            }
            Err(Failure::Reported)
        }
    }
}

/// Build systems look at the time of a file: one that is right already stays.
fn write(file: &Path, text: &str) -> Result<(), Failure> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(file, text).map_err(|why| Failure::file("write", file, why))
}

/// The files of a crate: those that the scanner reads.
fn sources(root: &Path) -> BTreeMap<PathBuf, String> {
    let files = Recorder::default();
    // What it says is known already.
    let _ = scan(&files, root, &Cfg::default());
    files.0.into_inner()
}

/// Files on disk, and what was read of them.
#[derive(Default)]
struct Recorder(RefCell<BTreeMap<PathBuf, String>>);

impl Files for Recorder {
    fn read(&self, path: &Path) -> io::Result<String> {
        let text = fs::read_to_string(path)?;
        self.0.borrow_mut().insert(path.to_owned(), text.clone());
        Ok(text)
    }
}

/// The problem in rustc's layout, with the lines that it is about.
fn report(session: &Session, problem: &Problem, sources: &BTreeMap<PathBuf, String>) -> String {
    let place = problem.place.as_ref();
    let frame = place.and_then(|place| {
        let text = sources.get(&place.file)?;
        Some((session.display(&place.file), text, range(text, place)?))
    });
    let mut group = Group::with_title(Level::ERROR.primary_title(&problem.message));
    if let Some((path, text, range)) = &frame {
        let annotation = AnnotationKind::Primary.span(range.clone());
        let snippet = Snippet::source(text.as_str()).path(path.as_str());
        group = group.element(snippet.annotation(annotation));
    }
    if let Some(note) = &problem.note {
        group = group.element(Level::NOTE.message(note));
    }
    let group = group.element(Level::HELP.message(&problem.help));
    session.shell().renderer().render(&[group])
}

/// The bytes of a place.
fn range(text: &str, place: &Place) -> Option<Range<usize>> {
    let offset = |line: u32, column: u32| {
        let (line, column) = (line.checked_sub(1)?, column.checked_sub(1)?);
        let lines = text.split_inclusive('\n').take(line as usize);
        let start: usize = lines.map(str::len).sum();
        let rest = text.get(start..)?;
        let mut ends = rest
            .char_indices()
            .map(|(byte, _)| byte)
            .chain([rest.len()]);
        Some(start + ends.nth(column as usize)?)
    };
    let (start, end) = (
        offset(place.line, place.column)?,
        offset(place.end_line, place.end_column)?,
    );
    (start <= end).then_some(start..end)
}
