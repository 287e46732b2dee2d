//! Why a file can't be used.

use std::fmt;
use std::io;

/// What is wrong with a library, as the end of "it is damaged: …".
pub type Damage = &'static str;

/// Why a file is no library that has the section.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// It couldn't be read.
    Io(io::Error),
    /// It is a folder, a pipe, a device.
    NotAFile,
    /// It is no ELF, Mach-O or PE file.
    NotALibrary,
    /// It is a program.
    Program,
    /// It is a library for another system, which is named.
    Foreign(&'static str),
    /// It is a library without the section.
    NoSection,
    /// It is a library that a loader could crash on, or load half.
    Damaged(Damage),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::NotAFile => f.write_str("it is not a file, but a folder, a pipe or a device"),
            Self::NotALibrary => {
                f.write_str("it is not a shared library: it doesn't begin like one")
            }
            Self::Program => f.write_str("it is a program, not a shared library"),
            Self::Foreign(system) => write!(f, "it is made for {system}"),
            Self::NoSection => f.write_str("it is a shared library without the section"),
            Self::Damaged(damage) => write!(f, "it is damaged: {damage}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}
