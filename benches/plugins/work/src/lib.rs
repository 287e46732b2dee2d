//! The work that implementors do, the same few instructions everywhere: the rest is what it costs to
//! reach them.

#![no_std]
#![allow(
    clippy::inline_always,
    reason = "the work belongs to whoever does it, not into a function beside it"
)]

/// Adds to a state.
#[inline(always)]
pub const fn add(total: &mut u64, x: u64) -> u64 {
    *total = total.wrapping_add(x);
    *total
}

/// Reads the fields of a struct.
#[inline(always)]
#[must_use]
pub const fn world(id: u64, size: u64, age: u64) -> u64 {
    id.wrapping_add(size) ^ age
}

/// Reads a text or a vector of bytes.
#[inline(always)]
#[must_use]
pub const fn read(bytes: &[u8]) -> u64 {
    match bytes.last() {
        Some(last) => bytes.len() as u64 + *last as u64,
        None => 0,
    }
}

/// What is returned as a new `String`.
pub const NAME: &str = "an implementor of a benchmark";
