//! A trait goes to a field, and no signature is written again.

trait Stack {
    fn push(&mut self, value: u8);
    fn len(&self) -> usize;
}

struct Wrap(Vec<u8>);

impl Stack for Wrap {
    delegate::delegate! {
        to self.0 {}
    }
}

fn main() {}
