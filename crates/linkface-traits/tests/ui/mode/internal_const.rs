use linkface_traits::attr::mode;

trait Sized2<T> {
    const SIZE: usize;
    type Out;
    fn sized(&self) -> Self::Out;
}
struct Foo;
#[mode(internal)]
impl<T> Sized2<T> for Foo {
    const SIZE: usize = size_of::<T>();
    type Out = u8;
    fn sized(&self, #[cfg(all())] _: u8) -> Self::Out {
        0
    }
}

fn main() {}
