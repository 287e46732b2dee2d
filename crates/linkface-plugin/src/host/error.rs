//! Why a plugin wasn't loaded.

use crate::check::Difference;
use crate::describe::DecodeError;
use crate::file::FileError;
use crate::header::{RUNTIME, target};
use core::fmt;
use std::io;
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
    NotNamed {
        interface: &'static str,
        name: String,
        names: Vec<String>,
    },
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
    /// Which interface.
    Build(String),
    Stale(&'static str),
    Images,
    /// In words.
    Linker(String),
    /// It couldn't be looked at, or no copy of it be made.
    Copy(io::Error),
    Changed,
    Overwritten,
    Constructor(String),
    Panicked(String),
    Stateless,
    Save(String),
    Restore(String),
    RestorePanicked(String),
    Busy,
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
            Why::NotNamed {
                interface,
                name,
                names,
            } => write!(
                f,
                "it exports no {name}; its implementors of {interface} are {}",
                names.join(", ")
            ),
            Why::NoneThere { interface, refused } => {
                write!(f, "no plugin in it implements {interface}")?;
                refused.iter().try_for_each(|error| write!(f, "\n{error}"))
            }
            Why::NotSingle { interface, found } => {
                write!(f, "{interface} is to have one implementor, and in it are")?;
                found.iter().enumerate().try_for_each(|(n, (path, name))| {
                    let and = if n == 0 { "" } else { " and" };
                    write!(f, "{and} {name} of {}", path.display())
                })
            }
            Why::Build(interface) => write!(
                f,
                "it was compiled against another build of the crate that declares {interface}: any type \
                 crosses there, so that both have to use one library; compile it against the one that \
                 this program uses"
            ),
            Why::Stale(interface) => write!(
                f,
                "this program was compiled against another build of the crate that declares {interface} \
                 than the one that it has loaded: compile this program anew"
            ),
            Why::Images => f.write_str(
                "it has its interface's crate, or the standard library, in itself: any type crosses \
                 there, so that both have to share one library; make that crate a `dylib`, and compile \
                 this program and the plugin with `-C prefer-dynamic`",
            ),
            Why::Linker(words) => f.write_str(words),
            Why::Copy(error) => write!(f, "{error}"),
            Why::Changed => f.write_str("it changed while it was loaded"),
            Why::Overwritten => f.write_str(
                "it was written to after it was loaded, so that what is loaded may be anything by now: \
                 replace plugins by renaming, or load them by `Host::from_copies`",
            ),
            Why::Constructor(text) => write!(f, "{text}"),
            Why::Panicked(text) => write!(f, "it panicked when it was to make its implementor: {text}"),
            Why::Stateless => f.write_str(
                "it takes no state, and the one that it replaces has some: its implementor isn't \
                 `linkface_plugin::Reload`",
            ),
            Why::Save(text) => write!(f, "the one that it replaces panicked in `Reload::save`: {text}"),
            Why::Restore(text) => write!(f, "it doesn't take the state of the one that it replaces: {text}"),
            Why::RestorePanicked(text) => write!(f, "it panicked in `Reload::restore`: {text}"),
            Why::Busy => f.write_str("what it is to replace is being called by this very thread"),
        }
    }
}

impl std::error::Error for LoadError {}
