//! What is called is a method's answer: a reference.

use ambassador::{delegatable_trait, delegate_to_methods};

#[delegatable_trait]
trait Size {
    fn len(&self) -> usize;
}

impl Size for Vec<u8> {
    fn len(&self) -> usize {
        self.len()
    }
}

struct Wrap(Box<Vec<u8>>);

#[delegate_to_methods]
#[delegate(Size, target_ref = "inner")]
impl Wrap {
    fn inner(&self) -> &Vec<u8> {
        &self.0
    }
}

fn main() {
    assert_eq!(Wrap(Box::default()).len(), 0);
}
