//! A trait goes to a field, with every signature written again.

trait Stack {
    fn push(&mut self, value: u8);
    fn len(&self) -> usize;
}

struct Wrap(Vec<u8>);

impl Stack for Wrap {
    delegate::delegate! {
        to self.0 {
            fn push(&mut self, value: u8);
            fn len(&self) -> usize;
        }
    }
}

fn main() {
    let mut wrap = Wrap(vec![]);
    wrap.push(1);
    assert_eq!(wrap.len(), 1);
}
