//! A plugin that is mapped, for good: what it made may be anywhere, and its thread-locals, too.

use super::error::Why;
use crate::entry::{Constructor, Entry, SYMBOL, std_identity};
use crate::file::{FileError, PluginFile};
use crate::header::RUNTIME;
use core::slice;
use libloading::Library;
use std::path::Path;

pub(super) struct Image {
    entry: &'static Entry,
}

impl Image {
    /// Maps the file that was read, and runs its initialisers.
    pub(super) fn load(file: &PluginFile, path: &Path) -> Result<Self, Why> {
        // The loader knows images by the names they were loaded by: another file with this number
        // would be taken for this one. So the number stays in use. Backtraces read by it, too.
        #[cfg(target_os = "linux")]
        let kept = file
            .file
            .try_clone()
            .map_err(|error| Why::File(FileError::Io(error)))?;
        #[cfg(target_os = "linux")]
        let path = {
            use std::os::fd::AsRawFd;
            let _ = path;
            format!("/proc/self/fd/{}", kept.as_raw_fd())
        };
        // SAFETY: running a plugin's code is what the caller asks for; its header was read.
        let library = unsafe { Library::new(path) }.map_err(Why::Linker)?;
        // SAFETY: the symbol is an `Entry`, as its number in the name says.
        let entry = unsafe {
            let symbol = library.get::<*const Entry>(SYMBOL).map_err(Why::Linker)?;
            &**symbol
        };
        core::mem::forget(library);
        #[cfg(target_os = "linux")]
        core::mem::forget(kept);
        // SAFETY: made by `export!`, of a static.
        let mapped = unsafe { slice::from_raw_parts(entry.header, entry.header_len) };
        if entry.runtime != RUNTIME || !file.bytes.starts_with(mapped) {
            return Err(Why::Changed);
        }
        Ok(Self { entry })
    }

    pub(super) fn constructor(&self, number: usize) -> Result<&'static Constructor, Why> {
        // SAFETY: made by `export!`, of a static.
        let constructors =
            unsafe { slice::from_raw_parts(self.entry.exports, self.entry.count as usize) };
        constructors.get(number).ok_or(Why::Changed)
    }

    /// Whether the interface and the standard library are those of this image.
    pub(super) fn is_same_build(
        &self,
        constructor: &Constructor,
        interface: &'static [u8],
    ) -> bool {
        core::ptr::addr_eq(constructor.interface, interface.as_ptr())
            && core::ptr::addr_eq(self.entry.std, std_identity())
    }
}
