//! The block before each file in an archive.

use block::Block;
use core::fmt;
use core::ops::Range;

const NAME: Range<usize> = 0..100;
const MODE: Range<usize> = 100..107;
const SIZE: Range<usize> = 124..135;
const CHECKSUM: Range<usize> = 148..156;
const TYPE: usize = 156;
const MAGIC: Range<usize> = 257..265;

/// What we need of it.
#[derive(Clone)]
pub(crate) struct Header {
    name: [u8; NAME.end],
    length: usize,
    size: usize,
}

impl Header {
    pub(crate) fn new(name: &str, size: usize) -> Option<Self> {
        let mut bytes = [0; NAME.end];
        bytes
            .get_mut(..name.len())?
            .copy_from_slice(name.as_bytes());
        let is_name = !name.is_empty() && !name.contains('\0');
        is_name.then_some(Self {
            name: bytes,
            length: name.len(),
            size,
        })
    }

    pub(crate) fn parse(block: &Block) -> Option<Self> {
        let is_whole = parse_octal(&block[CHECKSUM]) == Some(checksum(block));
        let is_ustar = block[MAGIC].starts_with(b"ustar");
        if !is_whole || !is_ustar {
            return None;
        }
        let name = block[NAME].split(|byte| *byte == 0).next()?;
        Self::new(str::from_utf8(name).ok()?, parse_octal(&block[SIZE])?)
    }

    pub(crate) fn to_block(&self) -> Block {
        let mut block = [0; _];
        block[NAME].copy_from_slice(&self.name);
        write_octal(&mut block[MODE], 0o644);
        write_octal(&mut block[SIZE], self.size);
        block[TYPE] = b'0';
        block[MAGIC].copy_from_slice(b"ustar\x0000");
        let sum = checksum(&block);
        write_octal(&mut block[CHECKSUM.start..CHECKSUM.end - 2], sum);
        block
    }

    pub(crate) fn name(&self) -> &str {
        str::from_utf8(&self.name[..self.length]).unwrap_or_default()
    }

    pub(crate) fn size(&self) -> usize {
        self.size
    }
}

/// The sum of all bytes, with spaces where the sum itself stands.
fn checksum(block: &Block) -> usize {
    let bytes = block.iter().enumerate();
    let bytes = bytes.map(|(at, byte)| if CHECKSUM.contains(&at) { b' ' } else { *byte });
    bytes.map(usize::from).sum()
}

fn parse_octal(field: &[u8]) -> Option<usize> {
    let digits = field
        .split(|byte| [0, b' '].contains(byte))
        .find(|part| !part.is_empty())?;
    usize::from_str_radix(str::from_utf8(digits).ok()?, 8).ok()
}

fn write_octal(field: &mut [u8], mut value: usize) {
    for digit in field.iter_mut().rev() {
        *digit = b"01234567"[value % 8];
        value /= 8;
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.name(), self.size)
    }
}
