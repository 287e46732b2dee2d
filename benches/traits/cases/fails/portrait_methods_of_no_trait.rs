//! A field's methods become the type's own, where there is no trait.

struct Stack {
    inner: Vec<u8>,
}

#[portrait::fill(portrait::delegate(Vec<u8>; self.inner))]
impl Stack {
    fn push(&mut self, value: u8);
}

fn main() {
    Stack { inner: vec![] }.push(1);
}
