use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    const N: usize = 1;
    fn boing() -> i32;
    fn len(&self) -> usize;
}

struct Foo;

impl Foo {
    fn bong() -> i32 {
        1
    }
    fn size(&self) -> usize {
        1
    }
}

delegate! {
    impl Bar for Foo {
        use Foo::{bong, size};
    }
}

struct Wrap(Foo);

delegate! {
    impl Bar for Wrap {
        use self.0.*;
        use self.0.len as lenn;
        fn boing() -> i32 { 2 }
    }
}

delegate! {
    impl Wrap {
        use Bar::{boing, leng};
    }
}

fn main() {}
