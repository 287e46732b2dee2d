//! Numbers and texts as bytes, of which descriptions and headers are made: little-endian, a text with its
//! length in front.

use crate::describe::commands;

/// Writes while a crate is compiled.
pub(crate) struct Writer<const N: usize> {
    bytes: [u8; N],
    at: usize,
}

impl<const N: usize> Writer<N> {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; N],
            at: 0,
        }
    }

    pub(crate) const fn put(&mut self, bytes: &[u8]) {
        let mut n = 0;
        while n < bytes.len() {
            self.bytes[self.at] = bytes[n];
            self.at += 1;
            n += 1;
        }
    }

    /// How long a text or a list is that follows.
    #[expect(clippy::cast_possible_truncation, reason = "checked")]
    pub(crate) const fn len(&mut self, len: usize) {
        assert!(len <= u16::MAX as usize, "a name or a list is too long");
        self.put(&(len as u16).to_le_bytes());
    }

    pub(crate) const fn text(&mut self, text: &str) {
        self.len(text.len());
        self.put(text.as_bytes());
    }

    /// What was written, if it is as long as it was to be.
    pub(crate) const fn finish(self) -> [u8; N] {
        assert!(self.at == N, "`N` is another number than `encoded_len`");
        self.bytes
    }
}

/// Reads what may be anything.
pub(crate) struct Reader<'a> {
    pub(crate) rest: &'a [u8],
}

/// Why it can't be read.
#[derive(PartialEq)]
pub(crate) enum Unreadable {
    /// It ends too early.
    Truncated,
    /// A text is none, or a terminal would obey it.
    NotText,
}

impl<'a> Reader<'a> {
    pub(crate) fn bytes(&mut self, len: usize) -> Result<&'a [u8], Unreadable> {
        let split = self.rest.split_at_checked(len);
        let (bytes, rest) = split.ok_or(Unreadable::Truncated)?;
        self.rest = rest;
        Ok(bytes)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let split = self.rest.split_first_chunk();
        let (array, rest) = split.ok_or(Unreadable::Truncated)?;
        self.rest = rest;
        Ok(*array)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Unreadable> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Unreadable> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Unreadable> {
        self.array().map(u64::from_le_bytes)
    }

    pub(crate) fn text(&mut self) -> Result<String, Unreadable> {
        let len = usize::from(self.u16()?);
        let text = core::str::from_utf8(self.bytes(len)?).map_err(|_| Unreadable::NotText)?;
        if text.chars().any(commands) {
            return Err(Unreadable::NotText);
        }
        Ok(text.to_owned())
    }
}
