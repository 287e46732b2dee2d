use core::arch::naked_asm;
use linkface::implement;

#[implement(sched::context)]
mod armv7m {
    use super::naked_asm;
    use sched::Context;

    /// What `switch` pushes and pops: r4 to r11, and where to go on.
    const FRAME: usize = 9;

    fn new(stack: &'static mut [usize], entry: extern "C" fn() -> !) -> Context {
        // The stack pointer is a multiple of 8 where a function begins.
        let odd = stack.as_ptr_range().end.addr() % 8 / size_of::<usize>();
        let end = stack.len() - odd;
        stack[end - 1] = entry as usize;
        Context(stack.as_mut_ptr().wrapping_add(end - FRAME))
    }

    #[unsafe(naked)]
    unsafe extern "C" fn switch(from: *mut Context, to: Context) {
        naked_asm!(
            "push {{r4-r11, lr}}",
            "str sp, [r0]",
            "mov sp, r1",
            "pop {{r4-r11, pc}}",
        )
    }
}
