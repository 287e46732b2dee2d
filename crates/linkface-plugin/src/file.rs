//! What a plugin's file says, read without loading it.

use crate::header::{Header, HeaderError, SECTION_ELF, SECTION_MACHO, SECTION_PE};
use core::fmt;
use object::{Object as _, ObjectSection as _, ReadCache};
use std::fs::File;
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
            Self::NotAFile | Self::NotAPlugin | Self::Damaged(_) => None,
        }
    }
}

impl PluginFile {
    /// Reads the header of the file at `path`.
    ///
    /// # Errors
    ///
    /// If there is none. Any file is safe to give.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        Self::read(File::open(path).map_err(FileError::Io)?)
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
        let bytes = section(&file)?;
        let header = Header::decode(&bytes).map_err(FileError::Header)?;
        Ok(Self {
            file,
            header,
            bytes,
        })
    }
}

/// Only what is needed is read: a few pages.
fn section(file: &File) -> Result<Vec<u8>, FileError> {
    let cache = ReadCache::new(file);
    let object = object::File::parse(&cache).map_err(FileError::NotALibrary)?;
    let section = object
        .section_by_name_bytes(SECTION_ELF.as_bytes())
        .or_else(|| object.section_by_name_bytes(SECTION_MACHO.as_bytes()))
        .or_else(|| object.section_by_name_bytes(SECTION_PE.as_bytes()))
        .ok_or(FileError::NotAPlugin)?;
    let data = section.data().map_err(FileError::NotALibrary)?;
    Ok(data.to_owned())
}
