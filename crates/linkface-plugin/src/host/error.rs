//! Why a plugin wasn't loaded.

use crate::check::Difference;
use crate::describe::DecodeError;
use crate::file::FileError;
use crate::header::{RUNTIME, target};
use core::fmt;
use std::path::{Path, PathBuf};

/// Why a plugin wasn't loaded: its file, and a reason in words.
pub struct LoadError {
    path: PathBuf,
    host: &'static str,
    why: Why,
}

#[derive(Debug)]
pub(super) enum Why {
    File(FileError),
    Runtime(u32),
    Target(String),
    Aborts,
    NotImplemented {
        interface: &'static str,
        exports: Vec<String>,
    },
    Several {
        interface: &'static str,
        names: [String; 2],
    },
    Description(DecodeError),
    /// And the plugin's compiler.
    Differs(Vec<Difference>, String),
    NotOffered(String),
    Build,
    Images,
    Linker(libloading::Error),
    Changed,
    Constructor(String),
}

impl LoadError {
    pub(super) fn new(path: &Path, host: &'static str, why: Why) -> Self {
        Self {
            path: path.to_owned(),
            host,
            why,
        }
    }

    /// The plugin's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Debug for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LoadError({self})")
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot load {}: ", self.path.display())?;
        match &self.why {
            Why::File(error) => write!(f, "{error}"),
            Why::Runtime(theirs) => write!(
                f,
                "it has version {theirs} of what crosses, and this program has {RUNTIME}"
            ),
            Why::Target(theirs) => {
                write!(f, "it is for {theirs}, and this program for {}", target())
            }
            Why::Aborts => f.write_str(
                "it was compiled with `panic = \"abort\"`: a panic in it would end this program",
            ),
            Why::NotImplemented { interface, exports } => write!(
                f,
                "it doesn't implement {interface}; it exports {}",
                exports.join(", ")
            ),
            Why::Several { interface, names } => {
                write!(f, "{} and {} implement {interface}", names[0], names[1])
            }
            Why::Description(error) => write!(f, "{error}"),
            Why::Differs(differences, rustc) => {
                for difference in differences {
                    write!(f, "{difference}")?;
                }
                write!(f, " (host: {}, plugin: {rustc})", self.host)
            }
            Why::NotOffered(name) => write!(f, "it needs {name}, which this program doesn't offer"),
            Why::Build => f.write_str("it was compiled against another build of the interface"),
            Why::Images => {
                f.write_str("it doesn't share the interface's library with this program")
            }
            Why::Linker(error) => write!(f, "{error}"),
            Why::Changed => f.write_str("it changed while it was loaded"),
            Why::Constructor(text) => write!(f, "{text}"),
        }
    }
}

impl std::error::Error for LoadError {}
