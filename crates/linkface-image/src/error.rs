//! Why a file can't be used.

use std::io;

/// What is wrong with a library, as the end of "it is damaged: …".
pub type Damage = &'static str;

/// Why a file is no library that has the section. Who asks for the section knows the words.
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
