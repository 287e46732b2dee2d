//! From reset to the kernel, and what becomes of a fault.

use core::arch::{asm, global_asm};

// The processor takes its stack pointer and the addresses of all handlers from here. The symbols
// that begin with two underscores are the linker script's.
global_asm!(
    ".pushsection .vectors, \"a\"",
    ".globl vectors",
    "vectors:",
    ".word __stack_end",
    ".word {reset}",
    ".rept 14",
    ".word {fault}",
    ".endr",
    ".popsection",
    reset = sym reset,
    fault = sym fault,
);

/// Makes memory what Rust expects it to be.
#[unsafe(naked)]
unsafe extern "C" fn reset() -> ! {
    core::arch::naked_asm!(
        "ldr r0, =__data_start",
        "ldr r1, =__data_end",
        "ldr r2, =__data_load",
        "2: cmp r0, r1",
        "bhs 3f",
        "ldr r3, [r2], #4",
        "str r3, [r0], #4",
        "b 2b",
        "3: ldr r0, =__bss_start",
        "ldr r1, =__bss_end",
        "movs r3, #0",
        "4: cmp r0, r1",
        "bhs 5f",
        "str r3, [r0], #4",
        "b 4b",
        "5: bl {start}",
        start = sym start,
    )
}

extern "C" fn start() -> ! {
    machine::main()
}

extern "C" fn fault() -> ! {
    let exception: usize;
    // SAFETY: reads a register.
    unsafe { asm!("mrs {}, ipsr", out(reg) exception, options(nomem, nostack)) };
    panic!("exception {exception}");
}
