use linkface_traits::attr::mode;

mod library {
    use super::mode;

    pub trait Stringer<T = u8> {
        fn string(&self) -> String;
        fn push(&mut self, text: &str);
        fn into_string(self) -> String;
        fn boxed(self: Box<Self>) -> u8;
        fn convert<U>(&self, from: U) -> U;
        fn later(&self) -> impl Future<Output = u8>;
    }
    pub struct Foo;
    #[mode(external)]
    impl Stringer for Foo {
        fn string(&self) -> String {
            // In the impl itself, too.
            self.convert(String::new())
        }
        fn push(&mut self, _: &str) {}
        fn into_string(self) -> String {
            String::new()
        }
        fn boxed(self: Box<Self>) -> u8 {
            0
        }
        fn convert<U>(&self, from: U) -> U {
            from
        }
        async fn later(&self) -> u8 {
            0
        }
    }

    pub struct Lent<'a, T, const N: usize>(pub &'a [T; N]);
    #[mode(external)]
    impl<T: Clone, const N: usize> Stringer<T> for Lent<'_, T, N> {
        fn string(&self) -> String {
            String::new()
        }
        fn push(&mut self, _: &str) {}
        fn into_string(self) -> String {
            String::new()
        }
        fn boxed(self: Box<Self>) -> u8 {
            0
        }
        fn convert<U>(&self, from: U) -> U {
            from
        }
        async fn later(&self) -> u8 {
            0
        }
    }
}

use library::{Foo, Lent, Stringer};
use std::rc::Rc;

fn main() {
    let mut foo = Foo;
    foo.string();
    foo.push("text");
    Rc::new(Foo).convert(1);
    Box::new(Foo).boxed();
    drop(foo.later());
    Foo::string(&foo);
    let _ = [Foo].iter().map(Foo::string);
    foo.into_string();
    Lent(&[1]).convert(2);
    Lent(&[1]).push("");
    Stringer::string(&Foo);
}
