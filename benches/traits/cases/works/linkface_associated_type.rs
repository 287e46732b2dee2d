//! The trait has an associated type, which the closure decides.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    type Out;
    fn run(&self, value: u8) -> Self::Out;
}

fn main() {
    assert_eq!(Callback(|x| u16::from(x) + 1).run(3), 4_u16);
}
