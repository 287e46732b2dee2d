//! Memory is mimalloc's, as without linkface. For comparison: this can't be said by a library that
//! leaves the choice to the program.

use mimalloc::MiMalloc;

#[global_allocator]
static GLOBAL: MiMalloc = MiMalloc;

fn main() {
    let words = words::count(words::TEXT);
    println!("{} words", words::boxed(words.len() as u64));
}
