//! The types of a closure's parameters come from the trait.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    fn run(&self, value: &str) -> usize;
}

fn call(f: impl Callback) -> usize {
    f.run("a")
}

fn main() {
    assert_eq!(call(Callback(|x| x.len())), 1);
}
