//! Bytes that are numbers.

use crate::source::Source;
use core::marker::PhantomData;
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

/// How much of a long table is read at once, in bytes. To read again into the same memory takes less
/// time than memory that wasn't used before.
const PART: usize = 4096;

/// Entries that are read one part after the other.
pub(super) struct LongTable<'i, P> {
    source: &'i Source<'i>,
    file: &'i FileHeader<AnyEndian>,
    offset: u64,
    /// Bytes of an entry, and of all.
    entry: usize,
    size: usize,
    entries: PhantomData<P>,
}

impl<'i, P: ParseAt> LongTable<'i, P> {
    /// If the file has them all, and nothing is left over.
    pub(super) fn new(
        source: &'i Source<'i>,
        file: &'i FileHeader<AnyEndian>,
        offset: u64,
        size: u64,
    ) -> Option<Self> {
        let entry = P::size_for(file.class);
        let has = source.has(offset, size);
        let size = usize::try_from(size).ok()?;
        (has && size.is_multiple_of(entry)).then_some(Self {
            source,
            file,
            offset,
            entry,
            size,
            entries: PhantomData,
        })
    }

    /// How many entries it has.
    pub(super) fn count(&self) -> usize {
        self.size / self.entry
    }

    /// Gives all entries to `check`, up to the first with which something is wrong, or that can't be
    /// read: then that is `unread`.
    pub(super) fn each<E>(
        &self,
        unread: E,
        mut check: impl FnMut(P) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut part = [0; PART];
        let most = PART - PART % self.entry;
        let (mut offset, mut left) = (self.offset, self.size);
        while left != 0 {
            let part = &mut part[..most.min(left)];
            if self.source.fill(offset, part).is_none() {
                return Err(unread);
            }
            for entry in ParsingTable::new(self.file.endianness, self.file.class, part) {
                check(entry)?;
            }
            offset += part.len() as u64;
            left -= part.len();
        }
        Ok(())
    }
}
