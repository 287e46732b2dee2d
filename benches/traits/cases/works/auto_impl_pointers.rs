//! `&T`, `Box<T>`, `Arc<T>` are the trait when `T` is: one line at the trait.

use std::sync::Arc;

#[auto_impl::auto_impl(&, Box, Arc)]
trait Noise {
    fn noise(&self) -> &'static str;
}

struct Dog;

impl Noise for Dog {
    fn noise(&self) -> &'static str {
        "woof"
    }
}

fn noise(of: impl Noise) -> &'static str {
    of.noise()
}

fn main() {
    let all: Vec<Box<dyn Noise>> = vec![Box::new(Dog)];
    assert_eq!(
        [noise(&Dog), noise(&all[0]), noise(Arc::new(Dog))],
        ["woof"; 3]
    );
}
