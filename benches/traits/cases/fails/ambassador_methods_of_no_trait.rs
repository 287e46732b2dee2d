//! A field's methods become the type's own, where there is no trait.

use ambassador::Delegate;

#[derive(Delegate)]
#[delegate(push, target = "inner")]
struct Stack {
    inner: Vec<u8>,
}

fn main() {
    Stack { inner: vec![] }.push(1);
}
