//! Closures that need more than the method's receiver gives, or lend what is theirs.

use linkface_traits::attr::sam;

#[sam]
pub trait Shared {
    fn run(&self, n: usize) -> usize;
}

#[sam]
pub trait Named {
    fn name(&self) -> &str;
}

fn main() {
    let mut calls = 0;
    let _ = Shared(|n| {
        calls += 1;
        n
    });
    let text = String::new();
    let _ = Shared(|n| {
        drop(text);
        n
    });
    let name = String::new();
    let _ = Named(move || &name[..]);
}
