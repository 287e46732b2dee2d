//! What a program said, and what a test expects of it.

use crate::text::plain;
use std::fmt;
use std::process;

/// The end of a program.
///
/// Every expectation panics with all that the program said, at the test's own line.
#[derive(Clone)]
pub struct Output {
    line: String,
    success: bool,
    /// What it printed, as it is.
    pub stdout: String,
    /// What it said about that, with lookalikes turned back and paths shortened: see [`plain`].
    pub stderr: String,
}

impl Output {
    pub(crate) fn new(line: String, output: &process::Output) -> Self {
        Self {
            line,
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: plain(&String::from_utf8_lossy(&output.stderr)),
        }
    }

    /// Whether it ended well.
    #[must_use]
    pub const fn success(&self) -> bool {
        self.success
    }

    /// Expects that it ended well.
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert!(self.success, "should succeed: {self}");
        self
    }

    /// Expects that it did not.
    #[track_caller]
    pub fn fails(self) -> Self {
        assert!(!self.success, "should fail: {self}");
        self
    }

    /// Expects `text` on standard output.
    #[track_caller]
    pub fn prints(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "should print `{text}`: {self}");
        self
    }

    /// Expects `text` on standard error.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "should say `{text}`: {self}");
        self
    }

    /// Expects no `text` on standard error.
    #[track_caller]
    pub fn says_no(self, text: &str) -> Self {
        assert!(
            !self.stderr.contains(text),
            "should not say `{text}`: {self}"
        );
        self
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.success { "succeeded" } else { "failed" };
        writeln!(f, "`{}` {end}", self.line)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.trim().is_empty() {
                writeln!(f, "--- {name}\n{}", text.trim_end())?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
