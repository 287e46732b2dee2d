use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    fn boing() -> i32;
    fn len(&self) -> usize;
}

#[derive(Clone)]
struct Foo;

impl Foo {
    fn boing() -> i32 {
        1
    }
    fn len(&self) -> usize {
        1
    }
    fn size(&self) -> usize {
        1
    }
}

delegate! {
    impl Bar for Foo {
        use Foo::{boing, len};
        use Foo::size as len;
        fn boing() -> i32 { 2 }
    }
}

struct Wrap(Foo, Foo);

#[delegate(use (self.0 as Foo).*, use self.1.*)]
impl Bar for Wrap {}

delegate! {
    impl Wrap {
        pub use Bar::len as length;
        pub use Bar::boing as length;
        pub use Bar::*;
        pub use Bar::*;
    }
}

fn main() {}
