//! Memory is mimalloc's.

linkface::link!(heap_mimalloc);

fn main() {
    let words = words::count(words::TEXT);
    println!("{} words", words::boxed(words.len() as u64));
}
