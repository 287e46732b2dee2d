//! Closures that don't fit: rustc's own words, on the closure.

use linkface_traits::attr::sam;
use std::rc::Rc;

#[sam]
pub trait Shared {
    fn run(&self, n: usize) -> usize;
}

#[sam]
pub trait Job: Send {
    fn run(&mut self);
}

#[sam]
pub trait Named {
    fn name(&self) -> &str;
}

fn spawn(_: impl Job) {}

fn main() {
    let mut calls = 0;
    Shared(|n| {
        calls += 1;
        n
    });
    Shared(|n: u8| 1);
    Shared(|| 1);
    Shared(|n| n.to_string());
    let rc = Rc::new(1);
    spawn(Job(move || drop(Rc::clone(&rc))));
    let name = String::new();
    Named(move || &name[..]);
}
