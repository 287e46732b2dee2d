//! Results are converted.

#[portrait::make]
trait Size {
    fn size(&self) -> u64;
}

struct Inner;

impl Inner {
    fn size(&self) -> u32 {
        6
    }
}

struct Wrap(Inner);

#[portrait::fill(portrait::delegate(Inner; self.0))]
impl Size for Wrap {}

fn main() {
    assert_eq!(Wrap(Inner).size(), 6);
}
