//! What is called is a method's answer: a lock's guard.

use ambassador::{delegatable_trait, delegate_to_methods};
use std::sync::{Mutex, MutexGuard};

#[delegatable_trait]
trait Size {
    fn len(&self) -> usize;
}

impl Size for Vec<u8> {
    fn len(&self) -> usize {
        self.len()
    }
}

struct Wrap(Mutex<Vec<u8>>);

#[delegate_to_methods]
#[delegate(Size, target_ref = "inner")]
impl Wrap {
    fn inner(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap()
    }
}

fn main() {
    assert_eq!(Wrap(Mutex::default()).len(), 0);
}
