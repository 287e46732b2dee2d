//! What the kernel and the machine it runs on want from each other.
#![no_std]
#![forbid(unsafe_code)]

use linkface::interface;

/// What the machine calls when it is ready: the kernel.
#[interface]
pub fn main() -> !;

/// What the machine is called.
#[interface]
pub static NAME: &'static str;

/// What the kernel was told on its command line. A machine that has none says nothing.
#[interface]
pub fn command_line(buffer: &mut [u8]) -> &str {
    let _ = buffer;
    ""
}

/// Ends everything. A machine without a power switch stands still.
#[interface]
pub fn off(status: u8) -> ! {
    let _ = status;
    loop {
        core::hint::spin_loop();
    }
}
