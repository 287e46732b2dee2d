//! Results are converted, and arguments added.

use linkface_traits::attr::{delegatable, delegate};

#[delegatable]
trait Size {
    fn size(&self, factor: u8) -> u64;
}

struct Inner;

impl Inner {
    fn size(&self, base: u8, factor: u8) -> u32 {
        u32::from(base) * u32::from(factor)
    }
}

struct Wrap(Inner, u8);

#[delegate(use self.0.size)]
impl Size for Wrap {}

fn main() {
    assert_eq!(Wrap(Inner, 2).size(3), 6);
}
