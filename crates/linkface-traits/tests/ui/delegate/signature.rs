use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    fn boing() -> i32;
    fn len(&self, more: usize) -> usize;
    fn push(&mut self, value: u8);
    fn safe(&self);
    fn take(self);
}

struct Foo(Vec<u8>);

impl Foo {
    fn boing() -> u32 {
        1
    }
    fn len(&self) -> usize {
        1
    }
    fn push(&mut self, _: u16) {}
    unsafe fn safe(&self) {}
}

fn take(_: &Foo) {}

delegate! {
    impl Bar for Foo {
        use Foo::{boing, len, push, safe};
        use take;
    }
}

struct Wrap(Vec<u8>);

#[delegate(use self.0.*)]
impl Bar for Wrap {
    fn boing() -> i32 {
        1
    }
}

fn main() {}
