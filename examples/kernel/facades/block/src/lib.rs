//! Block devices: a driver implements [`BlockDeviceApi`], and the kernel uses it as [`BlockDevice`].
#![no_std]
#![forbid(unsafe_code)]

use core::fmt;
use linkface::interface;

/// What is read and written at once.
pub type Block = [u8; 512];

/// The machine's disk: the type of the driver that is linked, whichever that is. Two words, moved
/// around in registers; nothing is boxed.
#[interface(pub BlockDevice)]
pub trait BlockDeviceApi: Sized + Send + fmt::Debug {
    /// Takes the disk, if there is one and nobody has it. Dropping it gives it back.
    fn open() -> Option<Self>;

    /// How many blocks it has.
    fn blocks(&self) -> usize;

    /// Reads block `at`.
    fn read(&self, at: usize, block: &mut Block) -> Result<(), Error>;

    /// Writes block `at`. A disk that doesn't say how is read-only.
    fn write(&mut self, at: usize, block: &Block) -> Result<(), Error> {
        let _ = (at, block);
        Err(Error::ReadOnly)
    }
}

/// Why a disk couldn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no such block.
    OutOfRange,
    /// It can't be written.
    ReadOnly,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OutOfRange => "no such block",
            Self::ReadOnly => "the disk is read-only",
        })
    }
}

impl core::error::Error for Error {}
