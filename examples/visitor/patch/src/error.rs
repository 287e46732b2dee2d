//! What is wrong with a patch, and where.

use core::fmt;

/// A patch is none: here is the first place that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// The line, from 1 on.
    pub line: u32,
    /// The character in it, from 1 on.
    pub column: u32,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Something else was expected, which is described here.
    Expected(&'static str),
    /// A hunk's head announces more lines.
    Lacks {
        /// How many of the old file.
        old: u32,
        /// And of the new one.
        new: u32,
    },
    /// A hunk's head announces fewer lines.
    TooMany,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.wrong)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected(what) => write!(f, "expected {what}"),
            Self::Lacks { old, new } => write!(
                f,
                "expected a line that begins with ` `, `-` or `+`: \
                 the hunk still lacks {old} old and {new} new"
            ),
            Self::TooMany => f.write_str("the hunk has more lines than its head announces"),
        }
    }
}

impl core::error::Error for Error {}
