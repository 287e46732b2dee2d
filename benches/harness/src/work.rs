//! The work that implementations do: the same few instructions everywhere.

use core::arch::asm;

/// What a function answers: one multiplication, one shift, one xor.
///
/// Every implementation has a `K` of its own, so that the compiler doesn't merge those of two peers
/// into one.
#[inline(always)]
pub const fn mix<const K: u64>(x: u64) -> u64 {
    x.wrapping_mul(K) ^ (x >> 3)
}

/// What a destructor does: it needs `x`, and takes no instruction.
#[inline(always)]
pub fn seen(x: u64) {
    // SAFETY: the assembly is a comment.
    unsafe { asm!("/* {0} */", in(reg) x, options(nomem, nostack, preserves_flags)) }
}
