//! Results are converted, and arguments added.

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

impl Size for Wrap {
    delegate::delegate! {
        to self.0 {
            #[into]
            fn size(&self, [self.1], factor: u8) -> u64;
        }
    }
}

fn main() {
    assert_eq!(Wrap(Inner, 2).size(3), 6);
}
