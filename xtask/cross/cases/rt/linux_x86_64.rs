use core::arch::{asm, global_asm};

global_asm!(
    ".globl _start",
    "_start:",
    "and rsp, -16",
    "call {start}",
    "ud2",
    start = sym super::start,
);

pub fn print(text: &[u8]) {
    // SAFETY: `write` reads `text` and changes nothing else.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") 1_usize => _,
            in("rdi") 1,
            in("rsi") text.as_ptr(),
            in("rdx") text.len(),
            out("rcx") _,
            out("r11") _,
        );
    }
}

pub fn exit(code: u32) -> ! {
    // SAFETY: `exit` doesn't return.
    unsafe { asm!("syscall", in("rax") 60, in("rdi") code, options(noreturn)) }
}
