//! A provider: one word to the user, for programs whose panics are no use to him.
#![no_std]
#![forbid(unsafe_code)]

use core::panic::PanicInfo;
use linkface::implement;

#[implement(panics::on_panic)]
fn brief(_panic: &PanicInfo<'_>) -> ! {
    system::STDERR.line(format_args!("sorry"));
    system::quit(70)
}
