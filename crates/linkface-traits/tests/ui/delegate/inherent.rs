use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar<T> {
    type Out;
    fn len(&self, t: T) -> usize;
}

struct Foo;

impl Bar<u8> for Foo {
    type Out = ();
    fn len(&self, _: u8) -> usize {
        1
    }
}

delegate! {
    impl Foo {
        pub use Bar::<u8>::Out;
        pub use Bar::<u8>::len;
    }
}

delegate! {
    impl Foo {
        pub use Bar::*;
    }
}

struct Other;

// Implements nothing.
delegate! {
    impl Other {
        pub use Bar::<u8>::*;
    }
}

fn main() {}
