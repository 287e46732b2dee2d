//! A façade: what becomes of a panic.
//!
//! A program without `std` has exactly one `#[panic_handler]`. It is here, and forwards to an
//! interface: so it has a default, and a provider takes over by being linked.
#![no_std]
#![forbid(unsafe_code)]

use core::panic::PanicInfo;
use linkface::interface;

/// Ends the program after a panic. By default it says on standard error what happened, and ends with
/// exit code 101, as `std` does.
#[interface]
pub fn on_panic(panic: &PanicInfo<'_>) -> ! {
    system::STDERR.line(format_args!("{panic}"));
    system::quit(101)
}

#[panic_handler]
fn handler(panic: &PanicInfo<'_>) -> ! {
    on_panic(panic)
}
