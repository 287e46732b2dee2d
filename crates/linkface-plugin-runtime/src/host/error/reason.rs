//! The reasons, as data.

use super::{LoadError, LoadErrorKind};
use crate::check::{Caller, Difference};
use crate::describe::DecodeError;
use crate::file::FileError;
use std::error::Error;
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub(in crate::host) enum Why {
    File(FileError),
    /// The plugin's version of what crosses.
    Runtime(u32),
    /// The plugin's target.
    Target(String),
    Aborts,
    NotImplemented {
        interface: &'static str,
        /// The interfaces that it implements.
        implemented: Vec<String>,
    },
    /// The name that was asked for, and those that implement the interface.
    NotNamed {
        name: String,
        names: Vec<String>,
    },
    Several {
        interface: &'static str,
        names: [String; 2],
    },
    Description(DecodeError),
    Differs(Box<Differs>),
    /// An interface that the plugin needs, and what is offered.
    NotOffered {
        interface: String,
        offered: Vec<&'static str>,
    },
    /// The interface, and the plugin's compiler.
    Build {
        interface: String,
        rustc: String,
    },
    /// The interface: this program was compiled against another build than the one that is mapped.
    Stale(&'static str),
    /// The interface.
    Images(&'static str),
    /// Another image, in which equal `TypeId`s may mean other types.
    SameTypes(PathBuf),
    /// Of a folder: what was refused there.
    NoneThere {
        interface: &'static str,
        refused: Vec<LoadError>,
    },
    /// Of a folder: the files, and their implementors' names.
    NotSingle {
        interface: &'static str,
        found: Vec<(PathBuf, String)>,
    },
    /// The loader's words.
    Linker(String),
    /// It couldn't be looked at, or no copy of it be made.
    Copy(io::Error),
    Changed,
    Overwritten,
    Constructor(String),
    /// What the constructor's panic said.
    Panicked(String),
    Stateless,
    Save(String),
    Restore(String),
    RestorePanicked(String),
    Busy,
}

/// An interface that isn't the same.
#[derive(Debug)]
pub(in crate::host) struct Differs {
    pub(in crate::host) differences: Vec<Difference>,
    pub(in crate::host) interface: String,
    /// Who calls it.
    pub(in crate::host) caller: Caller,
    /// The interface's version in the host and in the plugin.
    pub(in crate::host) versions: [u64; 2],
    /// The plugin's compiler, its package and that one's version.
    pub(in crate::host) plugin: [String; 3],
}

impl Why {
    pub(super) fn kind(&self) -> LoadErrorKind {
        match self {
            Self::File(_) | Self::Description(_) | Self::Copy(_) => LoadErrorKind::File,
            Self::Runtime(_) => LoadErrorKind::Runtime,
            Self::Target(_) => LoadErrorKind::Target,
            Self::Aborts => LoadErrorKind::Panic,
            Self::NotImplemented { .. } | Self::NotNamed { .. } | Self::NoneThere { .. } => {
                LoadErrorKind::NotImplemented
            }
            Self::Several { .. } | Self::NotSingle { .. } => LoadErrorKind::Ambiguous,
            Self::Differs(_) => LoadErrorKind::Differs,
            Self::NotOffered { .. } => LoadErrorKind::NotOffered,
            Self::Build { .. } | Self::Stale(_) | Self::Images(_) | Self::SameTypes(_) => {
                LoadErrorKind::Build
            }
            Self::Linker(_) => LoadErrorKind::Linker,
            Self::Changed | Self::Overwritten => LoadErrorKind::Changed,
            Self::Constructor(_) | Self::Panicked(_) => LoadErrorKind::Constructor,
            Self::Stateless | Self::Save(_) | Self::Restore(_) | Self::RestorePanicked(_) => {
                LoadErrorKind::State
            }
            Self::Busy => LoadErrorKind::Busy,
        }
    }

    pub(super) fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::File(error) => Some(error),
            Self::Description(error) => Some(error),
            Self::Copy(error) => Some(error),
            _ => None,
        }
    }
}
