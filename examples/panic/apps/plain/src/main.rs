//! No provider: overflow panics, and a panic is told in full.
#![no_std]
#![no_main]

// Nothing else names it, and a crate that nothing names is left out.
use panics as _;

#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let total = readings::total(&[100, 100, 100, 2]);
    system::STDOUT.line(format_args!("total: {total}"));
    0
}
