//! The façade as a generator of `rand_core`'s.

use crate::Error;
use rand_core::{TryCryptoRng, TryRng};

/// Random bytes from whoever provides them.
#[derive(Clone, Copy, Debug, Default)]
pub struct SysRng;

impl TryRng for SysRng {
    type Error = Error;

    fn try_next_u32(&mut self) -> Result<u32, Error> {
        crate::u32()
    }

    fn try_next_u64(&mut self) -> Result<u64, Error> {
        crate::u64()
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        crate::fill(dest)
    }
}

impl TryCryptoRng for SysRng {}
