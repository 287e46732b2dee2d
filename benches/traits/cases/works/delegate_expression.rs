//! What is called is an expression: a lock's guard.

use std::sync::Mutex;

trait Stack {
    fn push(&self, value: u8);
    fn len(&self) -> usize;
}

struct Wrap(Mutex<Vec<u8>>);

impl Stack for Wrap {
    delegate::delegate! {
        to self.0.lock().unwrap() {
            fn push(&self, value: u8);
            fn len(&self) -> usize;
        }
    }
}

fn main() {
    let wrap = Wrap(Mutex::default());
    wrap.push(1);
    assert_eq!(wrap.len(), 1);
}
