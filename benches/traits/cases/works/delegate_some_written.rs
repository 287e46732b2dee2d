//! Some methods are written, and the rest goes to a field.

trait Stack {
    fn push(&mut self, value: u8);
    fn len(&self) -> usize;
}

struct Wrap(Vec<u8>);

impl Stack for Wrap {
    fn push(&mut self, value: u8) {
        self.0.push(value + 1);
    }
    delegate::delegate! {
        to self.0 {
            fn len(&self) -> usize;
        }
    }
}

fn main() {
    let mut wrap = Wrap(vec![]);
    wrap.push(1);
    assert_eq!((wrap.len(), wrap.0[0]), (1, 2));
}
