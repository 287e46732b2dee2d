//! `&T`, `Box<T>`, `Arc<T>` are the trait when `T` is: an attribute for each.

use ambassador::{delegatable_trait, delegate_to_remote_methods};
use std::ops::Deref;
use std::sync::Arc;

#[delegatable_trait]
trait Noise {
    fn noise(&self) -> &'static str;
}

#[delegate_to_remote_methods]
#[delegate(Noise, target_ref = "deref")]
impl<T: ?Sized> &T {
    fn deref(&self) -> &T;
}
#[delegate_to_remote_methods]
#[delegate(Noise, target_ref = "deref")]
impl<T: ?Sized> Box<T> {
    fn deref(&self) -> &T;
}
#[delegate_to_remote_methods]
#[delegate(Noise, target_ref = "deref")]
impl<T: ?Sized> Arc<T> {
    fn deref(&self) -> &T;
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
