//! A trait goes to a field, and no signature is written again.

use linkface_traits::attr::{delegatable, delegate};

#[delegatable]
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

struct Wrap(Vec<u8>);

#[delegate(use self.0.*)]
impl Stack for Wrap {}

fn main() {
    let mut wrap = Wrap(vec![]);
    wrap.push(1);
    assert_eq!(wrap.len(), 1);
}
