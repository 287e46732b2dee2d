//! The trait has an associated type, which the closure decides.

#[auto_impl::auto_impl(Fn)]
trait Callback {
    type Out;
    fn run(&self, value: u8) -> Self::Out;
}

fn wide(x: u8) -> u16 {
    u16::from(x) + 1
}

fn main() {
    // The compiler's text for a closure names the folder that it is in.
    assert_eq!(wide.run(3), 4_u16);
}
