//! Where output goes, and whether it has colours and links.

use crate::flags::{Flags, MessageFormat};
use annotate_snippets::Renderer;
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use anstream::{AutoStream, ColorChoice};
use anstyle_hyperlink::Hyperlink;
use std::env;
use std::io::{self, StderrLock, StdoutLock, Write};
use std::path::Path;

/// What commands write to: answers to standard output, all else to standard error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shell {
    format: MessageFormat,
    verbosity: Verbosity,
    links: bool,
    width: Option<usize>,
}

/// How much to say beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// `--quiet`
    Quiet,
    /// Neither.
    Normal,
    /// `--verbose`
    Verbose,
}

impl Shell {
    /// Decides about colours for the whole process, as Cargo does: `--color`, then
    /// `CARGO_TERM_COLOR`, then what `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and the terminal say.
    pub(crate) fn new(flags: &Flags) -> Self {
        let term_color = env::var("CARGO_TERM_COLOR").ok();
        let choice = match (flags.color, term_color.as_deref()) {
            (Some(clap::ColorChoice::Always), _) | (None, Some("always")) => ColorChoice::Always,
            (Some(clap::ColorChoice::Never), _) | (None, Some("never")) => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
        choice.write_global();
        let verbosity = match (flags.quiet, flags.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, 0) => Verbosity::Normal,
            (false, _) => Verbosity::Verbose,
        };
        Self {
            format: flags.message_format,
            verbosity,
            width: terminal_size::terminal_size_of(io::stdout())
                .map(|(width, _)| usize::from(width.0)),
            links: links(env::var("CARGO_TERM_HYPERLINKS").ok().as_deref()),
        }
    }

    /// How to write the answer.
    pub(crate) fn format(&self) -> MessageFormat {
        self.format
    }

    /// How much to say beside the answer.
    pub(crate) fn verbosity(&self) -> Verbosity {
        self.verbosity
    }

    /// For the answer.
    #[expect(clippy::unused_self, reason = "what it decides holds for the process")]
    pub(crate) fn out(&self) -> AutoStream<StdoutLock<'static>> {
        anstream::stdout().lock()
    }

    /// For all else.
    #[expect(clippy::unused_self, reason = "what it decides holds for the process")]
    pub(crate) fn err(&self) -> AutoStream<StderrLock<'static>> {
        anstream::stderr().lock()
    }

    /// For findings and errors, in rustc's layout. Streams without colours strip its escapes.
    pub(crate) fn renderer(&self) -> Renderer {
        Renderer::styled()
            .hyperlink(self.links)
            .term_width(self.width().unwrap_or(DEFAULT_TERM_WIDTH))
    }

    /// How wide the terminal is, if there is one.
    pub(crate) fn width(&self) -> Option<usize> {
        self.width
    }

    /// Says what was done, in Cargo's layout: `      Adding rng-os to dependencies`.
    ///
    /// # Errors
    ///
    /// If standard error can't be written to.
    pub(crate) fn status(&self, verb: &str, what: &str) -> io::Result<()> {
        if self.verbosity == Verbosity::Quiet {
            return Ok(());
        }
        let style = clap_cargo::style::HEADER;
        writeln!(self.err(), "{style}{verb:>12}{style:#} {what}")
    }

    /// `text`, as a link to a file where the terminal knows links.
    pub(crate) fn link(&self, file: &Path, text: &str) -> String {
        let link = if self.links {
            Hyperlink::with_path(file)
        } else {
            Hyperlink::default()
        };
        format!("{link}{text}{link:#}")
    }
}

/// `CARGO_TERM_HYPERLINKS`, or what is known of the terminal.
fn links(term_hyperlinks: Option<&str>) -> bool {
    match term_hyperlinks {
        Some("true") => true,
        Some("false") => false,
        _ => supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
    }
}
