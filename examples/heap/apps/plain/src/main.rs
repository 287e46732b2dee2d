//! No provider: memory is the system's.

// Nothing else names it, and a crate that nothing names is left out.
use heap as _;

fn main() {
    let words = words::count(words::TEXT);
    println!("{} words", words::boxed(words.len() as u64));
}
