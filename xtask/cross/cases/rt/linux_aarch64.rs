use core::arch::{asm, global_asm};

global_asm!(
    ".globl _start",
    "_start:",
    "bl {start}",
    start = sym super::start,
);

pub fn print(text: &[u8]) {
    // SAFETY: `write` reads `text` and changes nothing else.
    unsafe {
        asm!(
            "svc 0",
            in("x8") 64,
            inlateout("x0") 1_usize => _,
            in("x1") text.as_ptr(),
            in("x2") text.len(),
        );
    }
}

pub fn exit(code: u32) -> ! {
    // SAFETY: `exit` doesn't return.
    unsafe { asm!("svc 0", in("x8") 93, in("x0") code, options(noreturn)) }
}
