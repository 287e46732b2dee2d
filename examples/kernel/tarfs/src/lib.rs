//! A file system: the disk is a tar archive (ustar), and a blank disk is an empty one.
#![no_std]
#![forbid(unsafe_code)]

mod header;

use block::{Block, BlockDevice};
use core::fmt;
use header::Header;

const BLOCK: usize = size_of::<Block>();

/// The files on a disk.
#[derive(Debug)]
pub struct Fs {
    disk: BlockDevice,
}

/// A file that is there.
#[derive(Clone, Debug)]
pub struct File {
    header: Header,
    /// Where its header is.
    at: usize,
}

/// Why a file can't be read or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The disk has no such file.
    NotFound,
    /// The disk holds something else than an archive.
    NotAnArchive,
    /// A new file's name is empty, or longer than 100 bytes.
    Name,
    /// The disk has no room for a new file.
    Full,
    /// The disk itself fails.
    Disk(block::Error),
}

impl Fs {
    /// Whatever is on the disk is looked at when it is needed.
    #[must_use]
    pub fn mount(disk: BlockDevice) -> Self {
        Self { disk }
    }

    /// Gives the disk back.
    #[must_use]
    pub fn unmount(self) -> BlockDevice {
        self.disk
    }

    /// All files, in the order in which they were made. After an error there are no more.
    pub fn files(&self) -> impl Iterator<Item = Result<File, Error>> {
        let mut at = 0;
        core::iter::from_fn(move || {
            let found = self.file(at).transpose()?;
            at = found.as_ref().map_or(self.disk.blocks(), File::end);
            Some(found)
        })
    }

    /// The file of that name.
    ///
    /// # Errors
    ///
    /// If there is none, or if the disk can't be read.
    pub fn open(&self, name: &str) -> Result<File, Error> {
        let has_name = |file: &Result<File, Error>| match file {
            Ok(file) => file.name() == name,
            Err(_) => true,
        };
        self.files().find(has_name).unwrap_or(Err(Error::NotFound))
    }

    /// Reads the `nth` block of a file, and returns the part of it that the file fills: nothing
    /// after its end.
    ///
    /// # Errors
    ///
    /// If the disk can't be read.
    pub fn read<'b>(
        &self,
        file: &File,
        nth: usize,
        block: &'b mut Block,
    ) -> Result<&'b [u8], Error> {
        let rest = file
            .size()
            .saturating_sub(nth.saturating_mul(BLOCK))
            .min(BLOCK);
        if rest > 0 {
            self.disk.read(file.at + 1 + nth, block)?;
        }
        Ok(&block[..rest])
    }

    /// Makes a file.
    ///
    /// # Errors
    ///
    /// If the name is no name, or if the disk has no room or can't be written.
    pub fn create(&mut self, name: &str, content: &[u8]) -> Result<(), Error> {
        let header = Header::new(name, content.len()).ok_or(Error::Name)?;
        let mut at = 0;
        for file in self.files() {
            at = file?.end();
        }
        let end = File {
            header: header.clone(),
            at,
        }
        .end();
        if end > self.disk.blocks() {
            return Err(Error::Full);
        }
        // What follows must not look like a file.
        if end < self.disk.blocks() {
            self.disk.write(end, &[0; _])?;
        }
        for (nth, part) in (at + 1..).zip(content.chunks(BLOCK)) {
            let mut block: Block = [0; _];
            block[..part.len()].copy_from_slice(part);
            self.disk.write(nth, &block)?;
        }
        // Only now the file is there.
        Ok(self.disk.write(at, &header.to_block())?)
    }

    /// The file whose header is there, if the archive doesn't end there.
    fn file(&self, at: usize) -> Result<Option<File>, Error> {
        let mut block = [0; _];
        if at >= self.disk.blocks() {
            return Ok(None);
        }
        self.disk.read(at, &mut block)?;
        if block == [0; _] {
            return Ok(None);
        }
        let header = Header::parse(&block).ok_or(Error::NotAnArchive)?;
        Ok(Some(File { header, at }))
    }
}

impl File {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        self.header.name()
    }

    /// How many bytes it has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.header.size()
    }

    /// Where the next file's header is.
    fn end(&self) -> usize {
        self.at
            .saturating_add(1)
            .saturating_add(self.size().div_ceil(BLOCK))
    }
}

impl From<block::Error> for Error {
    fn from(error: block::Error) -> Self {
        Self::Disk(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("no such file"),
            Self::NotAnArchive => f.write_str("the disk holds no archive"),
            Self::Name => f.write_str("a name has 1 to 100 bytes"),
            Self::Full => f.write_str("the disk is full"),
            Self::Disk(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}
