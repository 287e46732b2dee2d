use core::arch::{asm, global_asm};

global_asm!(
    ".globl _start",
    "_start:",
    ".option push",
    ".option norelax",
    "lla gp, __global_pointer$",
    ".option pop",
    "call {start}",
    start = sym super::start,
);

pub fn print(text: &[u8]) {
    // SAFETY: `write` reads `text` and changes nothing else.
    unsafe {
        asm!(
            "ecall",
            in("a7") 64,
            inlateout("a0") 1_usize => _,
            in("a1") text.as_ptr(),
            in("a2") text.len(),
        );
    }
}

pub fn exit(code: u32) -> ! {
    // SAFETY: `exit` doesn't return.
    unsafe { asm!("ecall", in("a7") 93, in("a0") code, options(noreturn)) }
}
