//! What a plugin's file says, read without loading it.
//!
//! Any file may be given. What is no file, no library, no plugin or damaged is refused; nothing of it is
//! mapped, and little of it read. That a file is accepted doesn't make it harmless: whoever loads it
//! runs its code.

mod entry;

use crate::header::{Header, HeaderError, SECTION_ELF, SECTION_MACHO, SECTION_PE};
use core::fmt;
use linkface_image::{Library, Names, Source};
use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

/// A plugin's file, open, and what its header says.
#[derive(Debug)]
pub struct PluginFile {
    /// The file that was read: what is checked is what is loaded.
    pub file: File,
    /// What it says.
    pub header: Header,
    /// The header as it stands in the file.
    pub bytes: Vec<u8>,
    /// What was known of it before it was read: whether it changed since is seen by that.
    #[cfg_attr(not(feature = "host"), expect(dead_code, reason = "for who loads it"))]
    pub(crate) metadata: Metadata,
    /// Whether it names libraries, or folders of them, by the folder that it is in.
    #[cfg_attr(not(feature = "host"), expect(dead_code, reason = "for who loads it"))]
    pub(crate) uses_origin: bool,
}

/// Why a file is no plugin.
#[derive(Debug)]
#[non_exhaustive]
pub enum FileError {
    /// It couldn't be opened or read.
    Io(io::Error),
    /// A folder, a pipe, a device.
    NotAFile,
    /// No ELF, Mach-O or PE file.
    NotALibrary,
    /// A program, and no library.
    Program,
    /// A library for another system, which is named.
    ForeignSystem(&'static str),
    /// A library, but not a plugin.
    NotAPlugin,
    /// Its header can't be read.
    Header(HeaderError),
    /// It is a library that the operating system's loader could crash on, or load half: what is wrong.
    Damaged(&'static str),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::NotAFile => f.write_str("it is not a file, but a folder, a pipe or a device"),
            Self::NotALibrary => {
                f.write_str("it is not a shared library: it doesn't begin like one")
            }
            Self::Program => f.write_str("it is a program, not a shared library"),
            Self::ForeignSystem(system) => write!(f, "it is made for {system}"),
            Self::NotAPlugin => f.write_str(
                "it is a library, but not a plugin: its crate says nothing by \
                 `linkface_plugin::export!(…)`",
            ),
            Self::Header(error) => write!(f, "{error}"),
            Self::Damaged(what) => write!(f, "it is damaged: {what}"),
        }
    }
}

impl From<linkface_image::Error> for FileError {
    fn from(error: linkface_image::Error) -> Self {
        use linkface_image::Error;
        match error {
            Error::Io(error) => Self::Io(error),
            Error::NotAFile => Self::NotAFile,
            Error::Program => Self::Program,
            Error::Foreign(system) => Self::ForeignSystem(system),
            Error::NoSection => Self::NotAPlugin,
            Error::Damaged(damage) => Self::Damaged(damage),
            _ => Self::NotALibrary,
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Header(error) => Some(error),
            _ => None,
        }
    }
}

impl PluginFile {
    /// Reads the header of the file at `path`.
    ///
    /// # Errors
    ///
    /// If there is none, or the file is damaged. Any file is safe to give.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        Self::read(open(path)?)
    }

    /// Reads the header of a file that is open.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn read(file: File) -> Result<Self, FileError> {
        const NAMES: Names = Names {
            elf: SECTION_ELF,
            macho: SECTION_MACHO,
            pe: SECTION_PE,
        };
        let source = Source::new(&file)?;
        let library = Library::read(&source, NAMES)?;
        let header = Header::decode(library.section()).map_err(FileError::Header)?;
        let mut uses_origin = false;
        if let Some(image) = library.check().map_err(FileError::Damaged)? {
            entry::check(&image, &header)?;
            uses_origin = image.uses_origin();
        }
        let bytes = library.into_section();
        let metadata = source.metadata().clone();
        Ok(Self {
            file,
            header,
            bytes,
            metadata,
            uses_origin,
        })
    }
}

/// Opens a file, and nothing else: opening a pipe would wait for its writer, and a device could do
/// anything.
fn open(path: &Path) -> Result<File, FileError> {
    if !path.metadata().map_err(FileError::Io)?.is_file() {
        return Err(FileError::NotAFile);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // Where it became a pipe just now. Reading will say so.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(NONBLOCK);
    }
    options.open(path).map_err(FileError::Io)
}

/// `O_NONBLOCK`, which files don't mind.
#[cfg(unix)]
const NONBLOCK: i32 = if cfg!(any(target_os = "linux", target_os = "android")) {
    if cfg!(any(target_arch = "mips", target_arch = "mips64")) {
        0x80
    } else if cfg!(any(target_arch = "sparc", target_arch = "sparc64")) {
        0x4000
    } else {
        0x800
    }
} else if cfg!(any(target_os = "solaris", target_os = "illumos")) {
    0x80
} else {
    // BSD's, and so macOS's.
    0x4
};
