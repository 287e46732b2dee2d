//! The little of an operating system that these programs use, from the C library.
#![no_std]

use core::ffi::{c_int, c_void};
use core::fmt::{self, Write as _};

#[link(name = "c")]
unsafe extern "C" {
    safe fn exit(code: c_int) -> !;
    fn write(file: c_int, bytes: *const c_void, length: usize) -> isize;
}

/// An open file of this process.
#[derive(Clone, Copy, Debug)]
pub struct File(c_int);

/// Where results go.
pub const STDOUT: File = File(1);
/// Where complaints go.
pub const STDERR: File = File(2);

impl File {
    /// Writes `text` and ends the line.
    pub fn line(mut self, text: fmt::Arguments<'_>) {
        // If nobody reads, nobody misses it.
        let _ = self.write_fmt(format_args!("{text}\n"));
    }
}

impl fmt::Write for File {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            // SAFETY: pointer and length are of one slice, which `write` only reads.
            let written = unsafe { write(self.0, rest.as_ptr().cast(), rest.len()) };
            let written = usize::try_from(written).map_err(|_| fmt::Error)?;
            rest = rest.get(written..).unwrap_or_default();
        }
        Ok(())
    }
}

/// Ends the program.
pub fn quit(code: u8) -> ! {
    exit(c_int::from(code))
}

/// `core` comes compiled for unwinding and refers to this. Nothing unwinds here: see the profiles in
/// the workspace's manifest.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
