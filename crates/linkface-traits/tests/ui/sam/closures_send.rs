//! A closure that is not what the trait's supertraits demand: found where the closure is.

use linkface_traits::attr::sam;
use std::rc::Rc;

#[sam]
pub trait Job: Send {
    fn run(&mut self);
}

fn spawn(_: impl Job) {}

fn main() {
    let rc = Rc::new(1);
    spawn(Job(move || drop(Rc::clone(&rc))));
}
