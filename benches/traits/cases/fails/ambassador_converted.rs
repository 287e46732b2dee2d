//! Results are converted.

use ambassador::{Delegate, delegatable_trait};

#[delegatable_trait]
trait Size {
    fn size(&self) -> u64;
}

#[derive(Delegate)]
#[delegate(Size, target = "self")]
struct Wrap(u8);

impl Wrap {
    fn size(&self) -> u32 {
        u32::from(self.0)
    }
}

fn main() {
    assert_eq!(Size::size(&Wrap(6)), 6);
}
