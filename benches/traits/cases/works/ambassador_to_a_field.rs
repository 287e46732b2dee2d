//! A trait goes to a field, and no signature is written again.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Stack {
    fn push(&mut self, value: u8);
    fn len(&self) -> usize;
}

impl Stack for Vec<u8> {
    fn push(&mut self, value: u8) {
        self.push(value);
    }
    fn len(&self) -> usize {
        self.len()
    }
}

#[derive(Delegate)]
#[delegate(Stack)]
struct Wrap(Vec<u8>);

fn main() {
    let mut wrap = Wrap(vec![]);
    wrap.push(1);
    assert_eq!(wrap.len(), 1);
}
