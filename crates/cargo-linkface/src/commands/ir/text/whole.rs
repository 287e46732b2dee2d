//! A whole file, read by all processors if it is large.
//!
//! Most of the time that a look into 40 MB of IR takes is the kernel's: it finds memory and copies the file
//! into it. That is work for more than one processor. (A mapping of the file would be `unsafe`: somebody
//! may write to it.)

use std::fs;
use std::io;
use std::path::Path;

/// The bytes of a file.
pub(super) fn read(file: &Path) -> io::Result<Vec<u8>> {
    #[cfg(unix)]
    if let Some(bytes) = unix::shared(file)? {
        return Ok(bytes);
    }
    fs::read(file)
}

#[cfg(unix)]
mod unix {
    use super::{Path, io};
    use std::fs::File;
    use std::os::unix::fs::FileExt;
    use std::thread;

    /// Below this a second thread costs more than it brings.
    const LARGE: usize = 4 << 20;

    /// Each processor reads its part; none if the file isn't large, or isn't one whose size is known.
    pub(super) fn shared(path: &Path) -> io::Result<Option<Vec<u8>>> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        let threads = thread::available_parallelism()
            .map_or(1, usize::from)
            .min(8);
        let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
        if !metadata.is_file() || size < LARGE || threads == 1 {
            return Ok(None);
        }
        let mut bytes = vec![0; size];
        let part = size.div_ceil(threads);
        let read = thread::scope(|scope| {
            let parts = bytes.chunks_mut(part).zip((0..).step_by(part));
            let parts: Vec<_> = parts
                .map(|(part, at)| {
                    let file = &file;
                    scope.spawn(move || file.read_exact_at(part, at))
                })
                .collect();
            let mut all = parts.into_iter().map(thread::ScopedJoinHandle::join);
            all.try_for_each(|done| {
                done.unwrap_or_else(|_| Err(io::Error::other("a reader panicked")))
            })
        });
        // It became shorter while it was read: the usual way takes what is there.
        match read {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            read => read.map(|()| Some(bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_where_it_was() {
        let folder = std::env::temp_dir();
        let file = folder.join(format!("cargo-linkface-whole-{}", std::process::id()));
        for size in [0, 100, (4 << 20) + 3, (9 << 20) + 1] {
            let bytes: Vec<u8> = (0..size)
                .map(|at: u32| at.to_le_bytes()[at as usize % 3])
                .collect();
            fs::write(&file, &bytes).unwrap();
            assert!(read(&file).unwrap() == bytes, "{size}");
        }
        fs::remove_file(&file).unwrap();
        assert!(read(&file).is_err());
        assert!(read(&folder).is_err());
    }
}
