//! What a machine has no hardware for: the debugger that runs it, or QEMU, is asked.
#![no_std]

use core::arch::asm;
use linkface::implement;

/// QEMU answers with the kernel's path and what follows `-append`.
#[implement(machine::command_line)]
fn command_line(buffer: &mut [u8]) -> &str {
    const GET_CMDLINE: usize = 0x15;
    let mut parameters = [buffer.as_mut_ptr().expose_provenance(), buffer.len()];
    // SAFETY: the host writes at most so many bytes there, and then how many they were.
    let failed = unsafe { call(GET_CMDLINE, &mut parameters) } != 0;
    let length = if failed { 0 } else { parameters[1] };
    let told = buffer.get(..length).unwrap_or_default();
    str::from_utf8(told).unwrap_or_default()
}

#[implement(machine::off)]
fn off(status: u8) -> ! {
    const EXIT_EXTENDED: usize = 0x20;
    const APPLICATION_EXIT: usize = 0x20026;
    let mut parameters = [APPLICATION_EXIT, status.into()];
    loop {
        // SAFETY: the host reads the parameters, and we are gone.
        unsafe { call(EXIT_EXTENDED, &mut parameters) };
    }
}

/// # Safety
///
/// As the operation says, in Arm's "Semihosting for AArch32 and AArch64".
unsafe fn call(operation: usize, parameters: &mut [usize; 2]) -> usize {
    let result;
    // SAFETY: the caller's. The host keeps all registers but the result's.
    unsafe {
        asm!("bkpt 0xab", inout("r0") operation => result, in("r1") parameters);
    }
    result
}
