//! Some methods are written, and the rest goes to a field.

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
impl Stack for Wrap {
    fn push(&mut self, value: u8) {
        self.0.push(value + 1);
    }
}

fn main() {
    let mut wrap = Wrap(vec![]);
    wrap.push(1);
    assert_eq!((wrap.len(), wrap.0[0]), (1, 2));
}
