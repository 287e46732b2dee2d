//! A disk of zeros in RAM, to be written.
#![no_std]

use block::{Block, BlockDeviceApi, Error};
use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};
use linkface::implement;

const BLOCKS: usize = 16;

static mut MEMORY: [Block; BLOCKS] = [[0; size_of::<Block>()]; BLOCKS];
static TAKEN: AtomicBool = AtomicBool::new(false);

struct RamDisk(&'static mut [Block]);

#[implement]
impl BlockDeviceApi for RamDisk {
    fn open() -> Option<Self> {
        if TAKEN.swap(true, Ordering::Acquire) {
            return None;
        }
        let memory = &raw mut MEMORY;
        // SAFETY: nobody else has it until this disk is dropped.
        Some(Self(unsafe { &mut *memory }))
    }

    fn blocks(&self) -> usize {
        BLOCKS
    }

    fn read(&self, at: usize, block: &mut Block) -> Result<(), Error> {
        *block = *self.0.get(at).ok_or(Error::OutOfRange)?;
        Ok(())
    }

    fn write(&mut self, at: usize, block: &Block) -> Result<(), Error> {
        *self.0.get_mut(at).ok_or(Error::OutOfRange)? = *block;
        Ok(())
    }
}

impl Drop for RamDisk {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Release);
    }
}

impl fmt::Debug for RamDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a disk in RAM")
    }
}
