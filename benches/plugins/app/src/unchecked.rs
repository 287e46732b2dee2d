//! What linkface-plugin's way of loading costs before anything is checked: what it reads of a file, in as
//! many parts, and the very file mapped that was read. Nothing is done with the bytes, and nothing of the
//! plugin is called.

use crate::Error;
use libloading::Library;
use std::fs::{self, OpenOptions};
use std::hint::black_box;
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;

/// `O_NONBLOCK` of Linux: a pipe isn't waited for.
const NONBLOCK: i32 = 0x800;
const PART: usize = 4096;

/// Answers what a plugin that was called would.
pub(crate) fn load(path: &Path) -> Result<u64, Error> {
    if !path.metadata()?.is_file() {
        return Err("no file".into());
    }
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(NONBLOCK)
        .open(path)?;
    let len = file.metadata()?.len();
    let read = |from: u64, len: usize| {
        let mut bytes = vec![0; len];
        file.read_exact_at(&mut bytes, from).map(|()| bytes)
    };
    // Headers of parts at the beginning, of sections at the end, their names, the plugin's own header, the
    // dynamic section, what the header's symbol leads to.
    let kept = [
        read(0, PART)?,
        read(len - 2176, 2176)?,
        read(len / 5 * 4, 327)?,
        read(len / 14, 1799)?,
        read(len / 4 * 3, 448)?,
        read(len / 3 * 2, 40)?,
    ];
    // Relocations.
    let mut part = [0; PART];
    for from in [3376, 7456, 11536, 15616] {
        file.read_exact_at(&mut part, from)?;
        black_box(&part);
    }
    black_box(kept);
    let held = file.try_clone()?;
    let name = format!("/proc/{}/fd/{}", std::process::id(), held.as_raw_fd());
    if fs::metadata(&name)?.len() != len {
        return Err("another file".into());
    }
    // SAFETY: a plugin of this benchmark.
    let library = unsafe { Library::new(&name) }?;
    // SAFETY: looked up, and not used.
    let symbol = unsafe { library.get::<*const u8>(b"linkface_plugin_v1") }?;
    black_box(*symbol);
    core::mem::forget((library, held));
    Ok(1)
}
