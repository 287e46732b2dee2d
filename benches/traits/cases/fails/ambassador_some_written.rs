//! Some methods are written, and the rest goes to a field.

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

impl Stack for Wrap {
    fn push(&mut self, value: u8) {
        self.0.push(value + 1);
    }
}

fn main() {}
