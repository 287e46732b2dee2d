use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    fn boing() -> i32;
    fn len(&self) -> usize;
}

struct Foo(Vec<u8>);
struct Wrap {
    inner: Vec<u8>,
}

delegate! {
    impl Bar for Foo {
        use self;
        use Vec<u8>::len;
        use self.0;
        pub use Foo::boing;
        use Foo::len as _;
    }

    impl Bar for Wrap {
        use self.inner;
        use self.inner.iter().len;
        use;
    }
}

#[delegate(Foo::boing)]
impl Bar for u8 {}

#[delegate]
struct NoImpl;

delegate! {
    impl Foo {
        pub use self.0.*;
        pub use boing;
    }
    impl Foo {
        use self.0.*;
        pub use self.0.len;
        pub fn len(&self) -> usize;
        pub fn push(&mut self, value: u8);
    }
}

fn main() {}
