//! A file, read by windows: what is asked for is mostly beside what was asked for before, and each
//! read costs a call of the system. `object` reads by a trait of the same names as `std::io`'s, which its
//! feature `std` implements for everything: calls say which they mean.

use object::ReadCacheOps;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Enough for an ELF file's headers, or for its names of sections and where they are.
const SIZE: usize = 4096;

pub(super) struct Window<'a> {
    file: &'a File,
    len: u64,
    /// Where the next read begins.
    at: u64,
    /// What is known of the file, and where that begins.
    known: Vec<u8>,
    start: u64,
}

impl<'a> Window<'a> {
    /// Of a file that has `len` bytes.
    pub(super) const fn new(file: &'a File, len: u64) -> Self {
        Self {
            file,
            len,
            at: 0,
            known: Vec::new(),
            start: 0,
        }
    }

    /// `len` bytes from `at`, if they are known.
    fn known(&self, len: usize) -> Option<&[u8]> {
        let from = usize::try_from(self.at.checked_sub(self.start)?).ok()?;
        self.known.get(from..from.checked_add(len)?)
    }

    fn fill(&mut self) -> io::Result<()> {
        // What follows is mostly behind, but an ELF file's names of sections end shortly before its end.
        let last = self.len.saturating_sub(SIZE as u64);
        self.start = self.at.min(last);
        let size = usize::try_from(self.len - self.start).unwrap_or(SIZE);
        // Nothing is known where reading fails.
        let mut known = core::mem::take(&mut self.known);
        known.resize(size.min(SIZE), 0);
        let mut file = self.file;
        Seek::seek(&mut file, SeekFrom::Start(self.start))?;
        Read::read_exact(&mut file, &mut known)?;
        self.known = known;
        Ok(())
    }
}

impl ReadCacheOps for Window<'_> {
    fn len(&mut self) -> Result<u64, ()> {
        Ok(self.len)
    }

    fn seek(&mut self, pos: u64) -> Result<u64, ()> {
        self.at = pos;
        Ok(pos)
    }

    fn read(&mut self, buf: &mut [u8]) -> Result<usize, ()> {
        let left = self.len.saturating_sub(self.at);
        let len = buf.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        self.read_exact(&mut buf[..len])?;
        Ok(len)
    }

    fn read_exact(&mut self, buf: &mut [u8]) -> Result<(), ()> {
        if buf.len() > SIZE {
            let mut file = self.file;
            Seek::seek(&mut file, SeekFrom::Start(self.at)).map_err(drop)?;
            Read::read_exact(&mut file, buf).map_err(drop)?;
        } else {
            if self.known(buf.len()).is_none() {
                self.fill().map_err(drop)?;
            }
            buf.copy_from_slice(self.known(buf.len()).ok_or(())?);
        }
        self.at += buf.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEN: usize = 3 * SIZE + 100;

    fn file(name: &str) -> (std::path::PathBuf, Vec<u8>) {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().step_by(7).take(LEN).collect();
        let path = std::env::temp_dir().join(format!("linkface-{name}-{}", std::process::id()));
        std::fs::write(&path, &bytes).unwrap();
        (path, bytes)
    }

    #[test]
    fn reads_what_is_there() {
        let (path, bytes) = file("window");
        let file = File::open(&path).unwrap();
        let mut window = Window::new(&file, LEN as u64);
        let mut n = 1_usize;
        for _ in 0..2000 {
            n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let from = (n >> 33) % (LEN + 10);
            let len = (n >> 13) % [16, 300, SIZE, SIZE + 1, LEN][n >> 60 & 3];
            let mut buf = vec![0; len];
            window.seek(from as u64).unwrap();
            let read = window.read_exact(&mut buf);
            match bytes.get(from..from + len) {
                Some(there) => {
                    assert_eq!(read, Ok(()));
                    assert_eq!(buf, there, "{len} from {from}");
                }
                None => assert!(read.is_err() || len == 0, "{len} from {from}"),
            }
        }
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_file_that_shrinks_is_an_error() {
        let (path, _) = file("shrinks");
        let file = File::options().read(true).write(true).open(&path).unwrap();
        let mut window = Window::new(&file, LEN as u64);
        file.set_len(10).unwrap();
        for from in [0, 5, 11, LEN as u64 - 1] {
            window.seek(from).unwrap();
            assert_eq!(window.read_exact(&mut [0; 1]), Err(()), "from {from}");
        }
        std::fs::remove_file(path).unwrap();
    }
}
