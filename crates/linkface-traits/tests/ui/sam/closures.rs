//! Closures that don't fit: rustc's own words, on the closure.

use linkface_traits::attr::sam;

#[sam]
pub trait Shared {
    fn run(&self, n: usize) -> usize;
}

fn main() {
    Shared(|n: u8| 1);
    Shared(|| 1);
    Shared(|n| n.to_string());
}
