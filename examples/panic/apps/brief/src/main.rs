//! A provider of `panics`: overflow panics, and that is told in one word.
#![no_std]
#![no_main]

linkface::link!(panics_brief);

#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let total = readings::total(&[100, 100, 100, 2]);
    system::STDOUT.line(format_args!("total: {total}"));
    0
}
