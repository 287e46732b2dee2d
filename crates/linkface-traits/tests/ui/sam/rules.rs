//! Traits that a closure can't implement: all that is wrong, at once. The traits are there all the same.

use linkface_traits::attr::sam;

#[sam]
pub unsafe trait Unsafe {
    fn run(&self);
}

#[sam]
pub trait UnsafeMethod {
    unsafe fn run(&self);
}

#[sam]
pub trait Two {
    fn one(&self);
    fn two(&self);
    fn default(&self) {}
}

#[sam]
pub trait None {
    fn default(&self) {}
}

#[sam]
pub trait UniversalFactory {
    fn make<T>() -> T;
}

#[sam]
pub trait Boxed {
    fn run(self: Box<Self>);
}

#[sam]
pub trait Constants {
    const N: usize;
    const M: usize = 1;
    type Gat<'a>;
    fn run(&self, other: &Self) -> Option<Self>
    where
        Self: Sized + Clone;
}

#[sam]
pub trait Super: Iterator + Send
where
    Self: std::fmt::Display,
{
    type Out: Into<Self::Item>;
    fn run(&self) -> Self::Out;
}

#[sam]
pub trait Conditional {
    fn run(&self, #[cfg(unix)] fd: i32);
}

struct Here;

impl Two for Here {
    fn one(&self) {}
    fn two(&self) {}
}

impl UniversalFactory for Here {
    fn make<T>() -> T {
        loop {}
    }
}

fn main() {
    Here.default();
}
