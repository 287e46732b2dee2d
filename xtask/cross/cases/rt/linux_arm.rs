use core::arch::{asm, naked_asm};

#[unsafe(naked)]
#[unsafe(no_mangle)]
extern "C" fn _start() -> ! {
    naked_asm!("bl {start}", start = sym super::start)
}

/// # Safety
///
/// The kernel's conditions for this call.
#[inline(never)]
unsafe fn call(number: usize, a: usize, b: usize, c: usize) {
    // SAFETY: r7, which Rust may use as a frame pointer, is put back.
    unsafe {
        asm!(
            "mov {saved}, r7",
            "mov r7, {number}",
            "svc 0",
            "mov r7, {saved}",
            saved = out(reg) _,
            number = in(reg) number,
            inlateout("r0") a => _,
            in("r1") b,
            in("r2") c,
        );
    }
}

pub fn print(text: &[u8]) {
    // SAFETY: `write` reads `text` and changes nothing else.
    unsafe { call(4, 1, text.as_ptr() as usize, text.len()) }
}

pub fn exit(code: u32) -> ! {
    // SAFETY: `exit` has no conditions.
    unsafe { call(1, code as usize, 0, 0) }
    loop {}
}

// What exception tables name: the programs never unwind.
#[unsafe(no_mangle)]
extern "C" fn __aeabi_unwind_cpp_pr0() {}
#[unsafe(no_mangle)]
extern "C" fn __aeabi_unwind_cpp_pr1() {}
