//! A file that is read in parts: what isn't needed isn't read, and nothing is mapped, as what is
//! mapped changes when the file does.

use super::Error;
use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::io;

/// Enough for an ELF file's headers, and for the tables behind them of a small plugin.
const HEAD: u64 = 4096;
/// More than any table of a plugin has: a file may claim what it likes.
const MOST: u64 = 64 << 20;

/// A file that is open.
#[derive(Debug)]
pub struct Source<'f> {
    file: &'f File,
    metadata: Metadata,
    len: u64,
    head: Vec<u8>,
}

impl<'f> Source<'f> {
    /// Reads how a file begins.
    ///
    /// # Errors
    ///
    /// If it is a folder, a pipe or a device, or can't be read.
    pub fn new(file: &'f File) -> Result<Self, Error> {
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(Error::NotAFile);
        }
        let len = metadata.len();
        Self::of_len(file, metadata, len)
    }

    fn of_len(file: &'f File, metadata: Metadata, len: u64) -> Result<Self, Error> {
        Ok(Self {
            file,
            metadata,
            len,
            head: read(file, 0, len.min(HEAD))?,
        })
    }

    /// What was known of the file before anything of it was read.
    #[must_use]
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    #[cfg(any(feature = "all", windows, target_vendor = "apple"))]
    pub(super) fn file(&self) -> &'f File {
        self.file
    }

    pub(super) const fn len(&self) -> u64 {
        self.len
    }

    /// How the file begins: all of it, if it is short.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Whether `len` bytes from `offset` are in the file, and aren't too many.
    pub(super) fn has(&self, offset: u64, len: u64) -> bool {
        let end = offset.checked_add(len);
        end.is_some_and(|end| end <= self.len) && len <= MOST
    }

    /// As many bytes from `offset` as there's room for, if the file has them.
    pub(super) fn fill(&self, offset: u64, bytes: &mut [u8]) -> Option<()> {
        let is_there = self.has(offset, bytes.len() as u64);
        is_there.then(|| read_at(self.file, bytes, offset).ok())?
    }

    /// `len` bytes from `offset`, if the file has them.
    pub(super) fn bytes(&self, offset: u64, len: u64) -> Option<Cow<'_, [u8]>> {
        if !self.has(offset, len) {
            return None;
        }
        let known = || {
            let range = usize::try_from(offset).ok()?..usize::try_from(offset + len).ok()?;
            self.head.get(range)
        };
        match known() {
            Some(known) => Some(Cow::Borrowed(known)),
            // A file that shrank, or a disk that fails.
            None => read(self.file, offset, len).ok().map(Cow::Owned),
        }
    }
}

fn read(file: &File, offset: u64, len: u64) -> io::Result<Vec<u8>> {
    let len = usize::try_from(len).map_err(|_| io::ErrorKind::OutOfMemory)?;
    let mut bytes = vec![0; len];
    read_at(file, &mut bytes, offset)?;
    Ok(bytes)
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    use std::io::{Read as _, Seek as _, SeekFrom};

    file.seek(SeekFrom::Start(offset))?;
    file.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEN: u64 = 3 * HEAD + 100;

    fn file(name: &str) -> (std::path::PathBuf, Vec<u8>) {
        let bytes: Vec<u8> = (0..=u8::MAX)
            .cycle()
            .step_by(7)
            .take(usize::try_from(LEN).unwrap())
            .collect();
        let path = std::env::temp_dir().join(format!("linkface-{name}-{}", std::process::id()));
        std::fs::write(&path, &bytes).unwrap();
        (path, bytes)
    }

    fn of_len(file: &File, len: u64) -> Result<Source<'_>, Error> {
        Source::of_len(file, file.metadata().unwrap(), len)
    }

    #[test]
    fn reads_what_is_there() {
        let (path, bytes) = file("source");
        let file = File::open(&path).unwrap();
        let source = of_len(&file, LEN).unwrap();
        let mut n = 1_u64;
        for _ in 0..2000 {
            n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let from = (n >> 33) % (LEN + 10);
            let len = (n >> 13) % [16, 300, HEAD, LEN][usize::try_from(n >> 62).unwrap()];
            let range = usize::try_from(from).unwrap()..usize::try_from(from + len).unwrap();
            let there = bytes.get(range);
            assert_eq!(
                source.bytes(from, len).as_deref(),
                there,
                "{len} from {from}"
            );
        }
        assert_eq!(source.bytes(u64::MAX, 2), None);
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_is_claimed_is_not_allocated() {
        let (path, _) = file("claims");
        let file = File::open(&path).unwrap();
        let source = of_len(&file, u64::MAX).unwrap();
        assert_eq!(source.bytes(0, u64::MAX), None);
        assert_eq!(source.bytes(5, MOST + 1), None);
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_file_that_shrinks_is_an_error() {
        let (path, _) = file("shrinks");
        let file = File::options().read(true).write(true).open(&path).unwrap();
        let source = of_len(&file, LEN).unwrap();
        file.set_len(10).unwrap();
        assert_eq!(source.bytes(LEN - 1, 1), None);
        assert_eq!(source.bytes(HEAD - 1, 2), None);
        assert!(of_len(&file, LEN).is_err());
        std::fs::remove_file(path).unwrap();
    }
}
