//! `&T`, `Box<T>`, `Arc<T>` are the trait when `T` is: an impl for each.

use linkface_traits::attr::{delegatable, delegate};
use std::sync::Arc;

#[delegatable]
trait Noise {
    fn noise(&self) -> &'static str;
}

#[delegate(use (**self).*)]
impl<T: Noise + ?Sized> Noise for &T {}
#[delegate(use (**self).*)]
impl<T: Noise + ?Sized> Noise for Box<T> {}
#[delegate(use (**self).*)]
impl<T: Noise + ?Sized> Noise for Arc<T> {}

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
