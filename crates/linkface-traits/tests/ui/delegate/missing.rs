use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    const N: usize;
    type Out;
    fn boing() -> i32;
    fn len(&self) -> usize;
}

struct Foo;

impl Foo {
    fn boing() -> i32 {
        1
    }
}

// Left to rustc.
delegate! {
    impl Bar for Foo {
        use Foo::boing;
    }
}

struct Text(String);

// Declared, but delegated to nothing.
delegate! {
    impl std::fmt::Display for Text {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result;
    }
}

fn main() {}
