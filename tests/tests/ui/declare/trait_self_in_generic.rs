//! What holds a `Self` of another layout.

use linkface::interface;

use std::rc::Rc;
use std::pin::Pin;

pub struct Foo<T>(T);

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    fn foo(value: Foo<Self>);
    fn counted(value: Rc<Self>);
    fn pinned(value: Pin<Box<Self>>);
    fn many(values: &[Self]);
    fn array() -> [Self; 2];
    fn list() -> Vec<Self>;
    fn callback(&self, f: &mut dyn FnMut(&Self));
}

fn main() {}
