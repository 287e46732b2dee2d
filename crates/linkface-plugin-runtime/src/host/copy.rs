//! Files, as they are told apart, and private copies of them.

use super::error::Why;
use crate::file::PluginFile;
use core::sync::atomic::{AtomicU64, Ordering};
use std::collections::hash_map::RandomState;
use std::fs::{File, Metadata, OpenOptions};
use std::hash::BuildHasher;
use std::io::{self, Seek};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs, process};

/// Which file one is, and in which state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The device and the number on it. On systems where the standard library doesn't say it, none.
    id: Option<(u64, u64)>,
    modified: Option<SystemTime>,
    len: u64,
}

impl Stamp {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(Self::new(&file.metadata()?))
    }

    pub(super) fn of_path(path: &Path) -> io::Result<Self> {
        Ok(Self::new(&fs::metadata(path)?))
    }

    pub(super) fn new(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let id = {
            use std::os::unix::fs::MetadataExt;
            Some((metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let id = None;
        Self {
            id,
            modified: metadata.modified().ok(),
            len: metadata.len(),
        }
    }

    /// Whether both are of one file, perhaps in different states.
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        self.id.is_some() && self.id == other.id
    }
}

/// Reads a copy of the file at `path`, which nobody else knows. Also: where to map it from, if not by
/// the file itself.
pub(super) fn open(path: &Path) -> Result<(PluginFile, PathBuf), Why> {
    // Nothing is copied that is refused anyway: it may be large.
    let mut original = PluginFile::open(path).map_err(Why::File)?.file;
    let (copy, at) = copied(&mut original).map_err(Why::Copy)?;
    let read = PluginFile::read(copy).map_err(Why::File);
    if read.is_err() && !NAMELESS {
        // It only costs space if it stays.
        let _ = fs::remove_file(&at);
    }
    Ok((read?, at))
}

/// Whether files are mapped by their descriptors, so that they need no name.
const NAMELESS: bool = cfg!(any(target_os = "linux", target_os = "android"));

fn copied(original: &mut File) -> io::Result<(File, PathBuf)> {
    let (path, mut copy) = fresh()?;
    let before = Stamp::of(original)?;
    original.rewind()?;
    let done = io::copy(original, &mut copy).and_then(|_| {
        if Stamp::of(original)? == before {
            Ok(())
        } else {
            Err(io::Error::other("it was written to while it was copied"))
        }
    });
    if NAMELESS || done.is_err() {
        fs::remove_file(&path)?;
    }
    done?;
    if NAMELESS {
        copy.rewind()?;
        return Ok((copy, path));
    }
    // Windows maps no file that is open for writing.
    drop(copy);
    Ok((File::open(&path)?, path))
}

/// A file that wasn't there, and that only this user may read and write.
fn fresh() -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let chance = RandomState::new().hash_one(count);
        let name = format!("linkface-{}-{chance:016x}", process::id());
        let path = env::temp_dir()
            .join(name)
            .with_extension(env::consts::DLL_EXTENSION);
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return Ok((path, opened?)),
        }
    }
}
