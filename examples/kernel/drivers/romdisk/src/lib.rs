//! A disk that is part of the program, in ROM: an archive of the files in `files`.
//!
//! ```text
//! tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=444 -b1 -cf image.tar -C files motd
//! ```
#![no_std]
#![forbid(unsafe_code)]

use block::{Block, BlockDeviceApi, Error};
use core::fmt;
use linkface::implement;

static IMAGE: &[Block] = include_bytes!("../image.tar").as_chunks().0;

/// Any number of readers can share it.
struct RomDisk;

#[implement]
impl BlockDeviceApi for RomDisk {
    fn open() -> Option<Self> {
        Some(Self)
    }

    fn blocks(&self) -> usize {
        IMAGE.len()
    }

    fn read(&self, at: usize, block: &mut Block) -> Result<(), Error> {
        *block = *IMAGE.get(at).ok_or(Error::OutOfRange)?;
        Ok(())
    }
}

impl fmt::Debug for RomDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a disk in ROM")
    }
}
