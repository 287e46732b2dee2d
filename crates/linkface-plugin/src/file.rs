//! What a plugin's file says, read without loading it.
//!
//! Any file may be given. What is no file, no library, no plugin or damaged is refused; nothing of it is
//! mapped, and little of it read. That a file is accepted doesn't make it harmless: whoever loads it
//! runs its code.

#[cfg(any(feature = "file", not(any(windows, target_vendor = "apple"))))]
mod elf;
mod section;
mod window;

use crate::header::{Header, HeaderError};
use core::fmt;
use object::{FileKind, ReadCache, ReadRef as _};
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use window::Window;

/// More than any header has.
const MOST: u64 = 16 << 20;

/// A plugin's file, open, and what its header says.
#[derive(Debug)]
pub struct PluginFile {
    /// The file that was read: what is checked is what is loaded.
    pub file: File,
    /// What it says.
    pub header: Header,
    /// The header as it stands in the file.
    pub bytes: Vec<u8>,
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
    NotALibrary(object::Error),
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
            Self::NotAFile => f.write_str("it is not a file"),
            Self::NotALibrary(error) => write!(f, "it is not a library: {error}"),
            Self::ForeignSystem(system) => write!(f, "it is a library for {system}"),
            Self::NotAPlugin => f.write_str(
                "it is a library, but not a plugin: its crate says nothing by \
                 `linkface_plugin::export!(…)`",
            ),
            Self::Header(error) => write!(f, "{error}"),
            Self::Damaged(what) => write!(f, "it is damaged: {what}"),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::NotALibrary(error) => Some(error),
            Self::Header(error) => Some(error),
            Self::NotAFile | Self::ForeignSystem(_) | Self::NotAPlugin | Self::Damaged(_) => None,
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
        let metadata = file.metadata().map_err(FileError::Io)?;
        if !metadata.is_file() {
            return Err(FileError::NotAFile);
        }
        let (header, bytes) = read(&file, metadata.len())?;
        Ok(Self {
            file,
            header,
            bytes,
        })
    }
}

/// Opens a file, and nothing else: opening a pipe would wait for its writer, and a device could do
/// anything.
fn open(path: &Path) -> Result<File, FileError> {
    let is_file = |metadata: io::Result<std::fs::Metadata>| match metadata {
        Ok(metadata) if metadata.is_file() => Ok(()),
        Ok(_) => Err(FileError::NotAFile),
        Err(error) => Err(FileError::Io(error)),
    };
    is_file(path.metadata())?;
    let mut options = OpenOptions::new();
    options.read(true);
    // Where it became a pipe just now.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(NONBLOCK);
    }
    let file = options.open(path).map_err(FileError::Io)?;
    is_file(file.metadata())?;
    Ok(file)
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

/// Only what is needed is read: headers, and the tables that a loader follows.
fn read(file: &File, len: u64) -> Result<(Header, Vec<u8>), FileError> {
    let cache = ReadCache::new(Window::new(file, len));
    if let Some(system) = section::foreign(&cache) {
        return Err(FileError::ForeignSystem(system));
    }
    let kind = FileKind::parse(&cache).map_err(FileError::NotALibrary)?;
    let section = section::find(kind, &cache)
        .map_err(FileError::NotALibrary)?
        .ok_or(FileError::NotAPlugin)?;
    if section.len() as u64 > MOST {
        return Err(FileError::Header(HeaderError::Damaged));
    }
    let bytes = section.to_owned();
    let header = Header::decode(&bytes).map_err(FileError::Header)?;
    match kind {
        #[cfg(any(feature = "file", not(any(windows, target_vendor = "apple"))))]
        FileKind::Elf64 => {
            elf::check::<object::elf::FileHeader64<object::Endianness>, _>(&cache, &header)
        }
        #[cfg(any(feature = "file", not(any(windows, target_vendor = "apple"))))]
        FileKind::Elf32 => {
            elf::check::<object::elf::FileHeader32<object::Endianness>, _>(&cache, &header)
        }
        _ => Ok(()),
    }
    .map_err(FileError::Damaged)?;
    // A file that shrank while it was read.
    (&cache)
        .len()
        .map_err(|()| FileError::Damaged("it can't be read"))?;
    Ok((header, bytes))
}

/// The names that an ELF file's loader reads: of libraries, of folders to look for them, of symbols.
#[cfg(all(feature = "host", any(target_os = "linux", target_os = "android")))]
pub(crate) fn loader_names(file: &File) -> Option<Vec<u8>> {
    let cache = ReadCache::new(Window::new(file, file.metadata().ok()?.len()));
    let kind = FileKind::parse(&cache).ok()?;
    section::elf(kind, &cache, b".dynstr")
        .ok()?
        .map(<[u8]>::to_vec)
}
