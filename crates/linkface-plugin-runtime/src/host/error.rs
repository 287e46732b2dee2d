//! Why a plugin wasn't loaded.

mod reason;
mod words;

pub(super) use reason::{Differs, Why};

use crate::check::Difference;
use core::fmt;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Why a plugin wasn't loaded: its file, a reason in words, and what to do.
///
/// ```text
/// cannot load euler.so: PhysicsApi::step differs — arg 1 World: field pos at offset 0 in host, 4 in plugin
///   = help: build `euler` 0.1.0 again, against the PhysicsApi of this program (version 2)
/// ```
///
/// The first line says all that is needed to understand; there are never more than five.
pub struct LoadError {
    path: PathBuf,
    /// The compiler of the host's interface.
    host: &'static str,
    why: Box<Why>,
}

/// What kind of reason there was. [`LoadError`] has it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LoadErrorKind {
    /// The file couldn't be read, or is no plugin, or damaged.
    File,
    /// It is for another version of linkface-plugin.
    Runtime,
    /// It is for another platform.
    Target,
    /// It was compiled with `panic = "abort"`.
    Panic,
    /// It doesn't implement the interface.
    NotImplemented,
    /// It implements the interface several times.
    Ambiguous,
    /// The interface differs: see [`LoadError::differences`].
    Differs,
    /// It needs an interface that this program doesn't offer.
    NotOffered,
    /// A `same_build` interface, and another build.
    Build,
    /// The operating system's loader refused it.
    Linker,
    /// The file changed while it was loaded.
    Changed,
    /// It was loaded, and its own constructor failed.
    Constructor,
    /// The state of the implementor that it was to replace couldn't be saved or taken.
    State,
    /// What it is to replace is being called by this very thread.
    Busy,
}

impl LoadError {
    pub(super) fn new(path: &Path, host: &'static str, why: Why) -> Self {
        Self {
            path: path.to_owned(),
            host,
            why: Box::new(why),
        }
    }

    /// The plugin's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What kind of reason there was.
    #[must_use]
    pub fn kind(&self) -> LoadErrorKind {
        self.why.kind()
    }

    /// In what the interface differs, the most important first. Empty for all other reasons.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        match &*self.why {
            Why::Differs(differs) => &differs.differences,
            _ => &[],
        }
    }

    /// Without the name of the file: the reason, in one line.
    #[must_use]
    pub fn reason(&self) -> String {
        words::reason(&self.why)
    }
}

impl fmt::Debug for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What `unwrap` prints should be read.
        write!(f, "{self}")
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        write!(f, "cannot load {path}: {}", words::reason(&self.why))?;
        for (label, text) in words::more(&self.why, self.host, &self.path) {
            write!(f, "\n  = {label}: {text}")?;
        }
        Ok(())
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.why.source()
    }
}
