//! No system: qemu listens to semihosting calls.

use core::arch::{asm, global_asm};

global_asm!(
    ".pushsection .vectors, \"a\"",
    ".globl _start",
    "_start:",
    // The end of the 32 KiB that every board of this series has.
    ".word 0x20008000",
    ".word {start}",
    ".popsection",
    start = sym super::start,
);

const WRITE_CHARACTER: usize = 3;
const EXIT: usize = 0x18;
const STOPPED: usize = 0x2_0026;
const RUN_TIME_ERROR: usize = 0x2_0023;

/// # Safety
///
/// `argument` is what this operation takes.
unsafe fn call(operation: usize, argument: usize) {
    // SAFETY: the debugger, here qemu, changes r0 only.
    unsafe { asm!("bkpt 0xab", inlateout("r0") operation => _, in("r1") argument) }
}

pub fn print(text: &[u8]) {
    for character in text {
        // SAFETY: it takes the address of a character.
        unsafe { call(WRITE_CHARACTER, core::ptr::from_ref(character) as usize) }
    }
}

pub fn exit(code: u32) -> ! {
    let reason = if code == 0 { STOPPED } else { RUN_TIME_ERROR };
    // SAFETY: it takes a reason.
    unsafe { call(EXIT, reason) }
    loop {}
}
