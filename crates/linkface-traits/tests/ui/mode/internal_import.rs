//! An associated type can't be inherent.
mod library {
    use linkface_traits::attr::mode;

    pub trait Shape {
        type Out;
        fn area(&self) -> Self::Out;
    }
    pub struct Foo;
    #[mode(internal)]
    impl Shape for Foo {
        type Out = u8;
        fn area(&self) -> Self::Out {
            0
        }
    }
}

fn main() {
    let _: library::Foo::Out = library::Foo.area();
}
