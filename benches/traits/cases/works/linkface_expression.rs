//! What is called is an expression: a lock's guard.

use linkface_traits::attr::{delegatable, delegate};
use std::sync::Mutex;

#[delegatable]
trait Stack {
    fn push(&self, value: u8);
    fn len(&self) -> usize;
}

struct Wrap(Mutex<Vec<u8>>);

#[delegate(use (*self.0.lock().unwrap()).{push, len})]
impl Stack for Wrap {}

fn main() {
    let wrap = Wrap(Mutex::default());
    wrap.push(1);
    assert_eq!(wrap.len(), 1);
}
