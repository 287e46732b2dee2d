//! Why there is no entropy.

use core::fmt;

/// There are no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error(Option<i32>);

impl Error {
    /// This machine has no source of them.
    pub const UNSUPPORTED: Self = Self(None);

    /// The operating system said why, by a number.
    #[must_use]
    pub const fn from_raw_os_error(code: i32) -> Self {
        Self(Some(code))
    }

    /// What the operating system said.
    #[must_use]
    pub const fn raw_os_error(self) -> Option<i32> {
        self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(code) => write!(f, "no random bytes: error {code} of the operating system"),
            None => f.write_str("no random bytes: there is no source of them"),
        }
    }
}

impl core::error::Error for Error {}
