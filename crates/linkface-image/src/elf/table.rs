//! Bytes that are numbers.

use elf::endian::{AnyEndian, EndianParse as _};
use elf::file::{Class, FileHeader};
use elf::parse::{ParseAt, ParsingTable};
use std::borrow::Cow;

/// Bytes of a file, read as its machine would.
pub struct Table<'f> {
    bytes: Cow<'f, [u8]>,
    endian: AnyEndian,
    class: Class,
}

impl<'f> Table<'f> {
    pub(super) fn new(bytes: Cow<'f, [u8]>, file: &FileHeader<AnyEndian>) -> Self {
        Self {
            bytes,
            endian: file.endianness,
            class: file.class,
        }
    }

    /// Entries of a size of their own.
    pub(super) fn entries<'a, P: ParseAt + 'a>(&'a self) -> impl Iterator<Item = P> {
        ParsingTable::new(self.endian, self.class, &self.bytes).into_iter()
    }

    /// How many entries that are, if nothing is left over.
    pub(super) fn count<P: ParseAt>(&self) -> Option<usize> {
        let size = P::size_for(self.class);
        let len = self.bytes.len();
        len.is_multiple_of(size).then_some(len / size)
    }

    /// All entries.
    pub(super) fn all<P: ParseAt>(&self) -> Option<Vec<P>> {
        let count = self.count::<P>()?;
        let mut all = Vec::with_capacity(count);
        all.extend(self.entries());
        (all.len() == count).then_some(all)
    }

    pub(super) fn into_bytes(self) -> Cow<'f, [u8]> {
        self.bytes
    }

    pub(super) fn u16(&self, mut at: usize) -> Option<u16> {
        self.endian.parse_u16_at(&mut at, &self.bytes).ok()
    }

    /// A number of 32 bits, `at` bytes from the start.
    #[must_use]
    pub fn u32(&self, mut at: usize) -> Option<u32> {
        self.endian.parse_u32_at(&mut at, &self.bytes).ok()
    }

    /// A pointer, `at` bytes from the start.
    pub(super) fn word_at(&self, mut at: usize) -> Option<u64> {
        match self.class {
            Class::ELF32 => self.u32(at).map(u64::from),
            Class::ELF64 => self.endian.parse_u64_at(&mut at, &self.bytes).ok(),
        }
    }

    /// The pointer of that number.
    pub(super) fn word(&self, number: usize) -> Option<u64> {
        let size = match self.class {
            Class::ELF32 => 4,
            Class::ELF64 => 8,
        };
        self.word_at(number.checked_mul(size)?)
    }
}
