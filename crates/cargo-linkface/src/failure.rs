//! What stopped us: exit code 2.

use crate::shell::Shell;
use annotate_snippets::{Group, Level};
use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Why a command could not run.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something that we have to tell.
    Said {
        /// In rustc's tone, in one line.
        message: String,
        /// What else there is to know.
        notes: Vec<String>,
        /// What to do instead.
        helps: Vec<String>,
    },
    /// A program that we called has told it already.
    Reported,
    /// Nobody reads our output any more, or it can't be written.
    Output(io::Error),
}

impl Failure {
    /// A failure with this message.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Said {
            message: message.into(),
            notes: Vec::new(),
            helps: Vec::new(),
        }
    }

    /// A panic, with what it said.
    pub(crate) fn unexpected(what: &str) -> Self {
        Self::new("cargo linkface cannot go on: this is a mistake of its own")
            .note(what.replace('\n', " "))
            .help(format!(
                "tell us, with the manifests: {}/issues",
                env!("CARGO_PKG_REPOSITORY")
            ))
    }

    /// `what` could not be done with a file: "read", "write".
    pub(crate) fn file(what: &str, file: &Path, why: impl Display) -> Self {
        Self::new(format!("cannot {what} `{}`: {why}", file.display()))
    }

    /// Adds what else there is to know.
    #[must_use]
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        if let Self::Said { notes, .. } = &mut self {
            notes.push(note.into());
        }
        self
    }

    /// Adds what to do instead, if there is something.
    #[must_use]
    pub(crate) fn helps(mut self, more: impl IntoIterator<Item = String>) -> Self {
        if let Self::Said { helps, .. } = &mut self {
            helps.extend(more);
        }
        self
    }

    /// Adds what to do instead.
    #[must_use]
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.helps([help.into()])
    }

    /// Tells it, and says how to exit.
    pub(crate) fn report(&self, shell: &Shell) -> ExitCode {
        match self {
            Self::Said {
                message,
                notes,
                helps,
            } => {
                let notes = notes.iter().map(|note| Level::NOTE.message(note));
                let helps = helps.iter().map(|help| Level::HELP.message(help));
                let title = Level::ERROR.primary_title(message);
                let report = [Group::with_title(title).elements(notes).elements(helps)];
                // If standard error is gone too, the exit code has to say it.
                let _ = writeln!(shell.err(), "{}", shell.renderer().render(&report));
            }
            Self::Reported => {}
            // Whoever closed the pipe has what they wanted: `cargo linkface list | head -1`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Self::Output(error) => {
                let _ = writeln!(shell.err(), "error: cannot write the answer: {error}");
            }
        }
        ExitCode::from(2)
    }
}

/// For `?` behind `writeln!` to the shell, and nothing else: for files there is [`Failure::file`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
