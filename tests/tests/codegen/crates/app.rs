//! The program: the same calls, seen by an optimizer that sees everything.

use core::hint::black_box;
linkface::link!(provider);

#[inline(never)]
#[unsafe(no_mangle)]
pub fn inlined_write(bytes: &[u8]) -> usize {
    api::write(bytes)
}
#[inline(never)]
#[unsafe(no_mangle)]
pub fn inlined_level() -> u64 {
    api::LEVEL
}
#[inline(never)]
#[unsafe(no_mangle)]
pub fn called_kept(x: u64) -> u64 {
    api::kept(x)
}
#[inline(never)]
#[unsafe(no_mangle)]
pub fn called_replaced(x: u64) -> u64 {
    api::replaced(x)
}

fn main() {
    black_box(inlined_write(black_box(&[1])));
    black_box(inlined_level());
    black_box(called_kept(black_box(1)));
    black_box(called_replaced(black_box(1)));
}
