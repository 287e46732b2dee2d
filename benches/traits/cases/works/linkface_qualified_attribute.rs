//! The same in plain Rust, which rustfmt formats.

use linkface_traits::attr::qualified;

trait Area {
    fn size(&self) -> u32;
}

impl Area for str {
    fn size(&self) -> u32 {
        1
    }
}

#[qualified]
fn total(text: &str) -> u32 {
    text.size::<impl Area>() + "b".size::<impl Area>()
}

fn main() {
    assert_eq!(total("a"), 2);
}
