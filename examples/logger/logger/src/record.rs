//! What is logged.

use core::fmt;

/// How much a record matters. The lesser, the more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something failed.
    Error,
    /// Something is odd.
    Warn,
    /// Something happened that a user wants to know.
    Info,
    /// …that a developer wants to know.
    Debug,
    /// Every step.
    Trace,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Error => "ERROR",
            Self::Warn => "WARN",
            Self::Info => "INFO",
            Self::Debug => "DEBUG",
            Self::Trace => "TRACE",
        })
    }
}

/// Something that was logged.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Record<'a> {
    /// How much it matters.
    pub level: Level,
    /// The module that logged it.
    pub target: &'a str,
    /// The source file that logged it.
    pub file: &'static str,
    /// And the line.
    pub line: u32,
    /// The message, not formatted yet: nothing is allocated.
    pub args: fmt::Arguments<'a>,
}

impl<'a> Record<'a> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        level: Level,
        target: &'a str,
        file: &'static str,
        line: u32,
        args: fmt::Arguments<'a>,
    ) -> Self {
        Self {
            level,
            target,
            file,
            line,
            args,
        }
    }
}
