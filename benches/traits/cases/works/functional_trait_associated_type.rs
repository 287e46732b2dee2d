//! The trait has an associated type, which the closure decides.

#[functional_trait::functional_trait]
trait Callback {
    type Out;
    fn run(&self, value: u8) -> Self::Out;
}

fn main() {
    assert_eq!((|x: u8| u16::from(x) + 1).run(3), 4_u16);
}
