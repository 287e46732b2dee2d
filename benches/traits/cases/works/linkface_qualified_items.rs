//! All expressions in a function are read so.

use linkface_traits::qualified;

trait Area {
    fn size(&self) -> u32;
}

impl Area for str {
    fn size(&self) -> u32 {
        1
    }
}

qualified! {
    fn total(text: &str) -> u32 {
        text.Area::size() + "b".Area::size()
    }
}

fn main() {
    assert_eq!(total("a"), 2);
}
