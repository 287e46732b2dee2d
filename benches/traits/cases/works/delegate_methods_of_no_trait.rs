//! A field's methods become the type's own, where there is no trait.

struct Stack {
    inner: Vec<u8>,
}

impl Stack {
    delegate::delegate! {
        to self.inner {
            fn push(&mut self, value: u8);
            fn len(&self) -> usize;
        }
    }
}

fn main() {
    let mut stack = Stack { inner: vec![] };
    stack.push(1);
    assert_eq!(stack.len(), 1);
}
