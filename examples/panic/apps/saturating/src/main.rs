//! A provider of `overflow`: there is no panic.
#![no_std]
#![no_main]

use panics as _;

linkface::link!(overflow_saturate);

#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let total = readings::total(&[100, 100, 100, 2]);
    system::STDOUT.line(format_args!("total: {total}"));
    system::STDOUT.line(format_args!("overflows: {}", overflow_saturate::count()));
    0
}
