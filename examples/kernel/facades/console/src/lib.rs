//! What the kernel says, and where that goes: a driver implements [`write`].
#![no_std]
#![forbid(unsafe_code)]

use core::fmt;
use linkface::interface;

/// Writes `bytes`, waiting as long as the device is busy.
#[interface]
pub fn write(bytes: &[u8]);

/// Waits until the device has sent everything. Most send at once, so that is what happens to those
/// that don't say.
#[interface]
pub fn flush() {}

/// Prints a line.
#[macro_export]
macro_rules! println {
    ($($arg:tt)*) => {
        $crate::print(::core::format_args!("{}\n", ::core::format_args!($($arg)*)))
    };
}

/// Prints `text`.
pub fn print(text: fmt::Arguments<'_>) {
    struct Console;
    impl fmt::Write for Console {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            write(text.as_bytes());
            Ok(())
        }
    }
    // It can fail only if an argument's `Display` does: then the text ends there.
    let _ = fmt::Write::write_fmt(&mut Console, text);
}
