//! Where a site is: in the IR, and in the source it was made from.

use crate::commands::ir::input::Source;
use crate::session::Session;
use linkface_ir::metadata::Location;
use linkface_ir::run::{Machine, Site};
use linkface_ir::span::{self, Span};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// From how many bytes on a call is underlined up to its arguments only.
const LONG: usize = 80;

/// The files of IR, by the modules' positions.
pub(super) struct Files<'s> {
    sources: &'s [Source],
    session: &'s Session,
}

/// A place in the IR: the text of its function, and where in that it is.
#[derive(Clone, Debug)]
pub(super) struct Spot<'s> {
    /// The file.
    pub(super) file: &'s str,
    /// The function's text.
    pub(super) text: &'s str,
    /// The line on which that begins, from 1.
    pub(super) line: usize,
    /// Where in the text it is; the first line of it.
    pub(super) range: Range<usize>,
}

/// A place in the source.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// The file, as people like to read it.
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) column: u32,
    /// Its line, if the file can be read.
    pub(super) text: Option<String>,
}

impl<'s> Files<'s> {
    pub(super) fn new(sources: &'s [Source], session: &'s Session) -> Self {
        Self { sources, session }
    }

    /// Where in the IR a site is.
    pub(super) fn spot(&self, site: Site, machine: &Machine<'_, '_>) -> Option<Spot<'s>> {
        let source = self.sources.get(site.module)?;
        let function = machine.function(site.function)?.span();
        let inside = function.start <= site.span.start && site.span.end <= function.end;
        let window = if inside { function } else { site.span };
        let text = window.of(&source.text);
        let start = usize::try_from(site.span.start - window.start).ok()?;
        let whole = site.span.of(&source.text);
        let first = whole.lines().next().unwrap_or_default().trim_end();
        // Attachments say nothing about what it does.
        let mut shown = first.split(", !").next().unwrap_or(first);
        // Of a long call what is called is enough.
        if shown.len() > LONG
            && let Some((head, _)) = shown.split_once('(')
            && head.contains('@')
        {
            shown = head;
        }
        Some(Spot {
            file: &source.name,
            text,
            line: span::place(&source.text, window.range().start).line,
            range: start..start + shown.len(),
        })
    }

    /// The line and column of a site in the IR.
    pub(super) fn place(&self, site: Site) -> Option<(&'s str, span::Place)> {
        let source = self.sources.get(site.module)?;
        let place = span::place(&source.text, site.span.range().start);
        Some((&source.name, place))
    }

    /// The text of a place in the IR.
    pub(super) fn text(&self, module: usize, span: Span) -> &'s str {
        self.sources
            .get(module)
            .map_or("", |source| span.of(&source.text))
    }

    /// Where in the source a site is, if the IR has debug information.
    pub(super) fn origin(&self, site: Site, machine: &Machine<'_, '_>) -> Option<Origin> {
        let function = machine.function(site.function)?;
        let instruction = function.instructions().get(site.instruction?.index())?;
        let module = machine.module(site.function)?;
        let chain = module.metadata().chain(instruction.debug?);
        // The innermost place that is of this package, else the innermost.
        let exists = |location: &&Location<'_>| path(location).is_some_and(|path| path.exists());
        let location = chain.iter().find(exists).or_else(|| chain.first())?;
        if location.line == 0 {
            return None;
        }
        let path = path(location)?;
        let text = fs::read_to_string(&path).ok().and_then(|text| {
            let above = usize::try_from(location.line).ok()?.checked_sub(1)?;
            text.lines().nth(above).map(ToOwned::to_owned)
        });
        Some(Origin {
            file: self.session.display(&path),
            line: location.line,
            column: location.column,
            text,
        })
    }
}

fn path(location: &Location<'_>) -> Option<PathBuf> {
    let file = Path::new(location.file?);
    Some(match location.directory {
        Some(directory) if file.is_relative() => Path::new(directory).join(file),
        _ => file.to_owned(),
    })
}
