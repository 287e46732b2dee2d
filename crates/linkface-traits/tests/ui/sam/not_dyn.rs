//! Generic methods whose arguments can't be behind `dyn`: the call says what to write.

use linkface_traits::attr::sam;

#[sam]
pub trait Twice {
    fn twice(&self, value: impl Clone) -> usize;
}

#[sam]
pub trait Slice {
    fn slice<T: std::fmt::Debug>(&self, all: &[T]) -> usize;
}

#[sam]
pub trait Returns {
    fn returns<T: std::fmt::Debug>(&self, value: T) -> Option<T>;
}

#[sam]
pub trait Array {
    fn array<const N: usize>(&mut self, value: [u8; N]);
}

#[sam]
pub trait Make {
    fn make<T: Default>(&self);
}

#[sam(static)]
pub trait Asked {
    fn asked(&self, value: impl std::fmt::Debug) -> usize;
}

#[sam]
pub trait Borrows {
    fn borrows<'a>(&self, text: &'a str) -> impl Iterator<Item = &'a str>;
}

fn call(f: impl Twice) -> usize {
    f.twice(1)
}

fn main() {
    let k = 3;
    call(Twice(|value| {
        let _ = value.clone();
        k
    }));
    Slice(|all| all.len());
    Returns(|value| Some(value));
    Array(|_| {});
    Make(|| {});
    Asked(|value| format!("{value:?}").len());
    Borrows(|text| text.lines());
}
