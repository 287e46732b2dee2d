use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    const N: usize;
    type Out;
    fn boing() -> i32;
    fn boxed(self: Box<Self>);
    fn other(&self, other: &Self) -> bool;
    fn by_ref(&self) -> &Self
    where
        Self: Sized,
    {
        self
    }
}

struct Inner;
impl Bar for Inner {
    const N: usize = 1;
    type Out = ();
    fn boing() -> i32 {
        1
    }
    fn boxed(self: Box<Self>) {}
    fn other(&self, _: &Self) -> bool {
        true
    }
}

struct Wrap(Inner);

delegate! {
    impl Bar for Wrap {
        use self.0.*;
    }
}

fn main() {}
