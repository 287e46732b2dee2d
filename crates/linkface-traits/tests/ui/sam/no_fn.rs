//! A closure for a trait is of that trait, and implements no `Fn` trait.

use linkface_traits::attr::sam;

#[sam]
pub trait Callback {
    fn run(&self, n: usize) -> usize;
}

fn call(f: impl Fn(usize) -> usize) -> usize {
    f(1)
}

fn main() {
    let callback = Callback(|n| n + 1);
    callback(1);
    call(callback);
}
