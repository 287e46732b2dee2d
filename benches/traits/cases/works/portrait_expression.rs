//! What is called is an expression: a lock's guard.

use std::sync::Mutex;

#[portrait::make]
trait Size {
    fn len(&self) -> usize;
}

impl Size for Vec<u8> {
    fn len(&self) -> usize {
        self.len()
    }
}

struct Wrap(Mutex<Vec<u8>>);

#[portrait::fill(portrait::delegate(Vec<u8>; self.0.lock().unwrap()))]
impl Size for Wrap {}

fn main() {
    assert_eq!(Wrap(Mutex::default()).len(), 0);
}
