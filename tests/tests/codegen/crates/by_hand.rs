//! What a patient author writes in place of what is in `light.rs`.

pub trait Len {
    fn len(&self) -> usize;
}
impl Len for [u8] {
    fn len(&self) -> usize {
        <[u8]>::len(self)
    }
}
impl Len for str {
    fn len(&self) -> usize {
        str::len(self) * 3
    }
}
impl<T: Len + ?Sized> Len for &T {
    fn len(&self) -> usize {
        T::len(self)
    }
}

pub trait Plain {
    fn run(&mut self, value: usize) -> usize;
}
pub trait Generic {
    fn run(&mut self, value: &impl Len) -> usize;
}

fn plainly(mut plain: impl Plain, by: usize) -> usize {
    plain.run(by).wrapping_add(plain.run(7))
}
fn generically(mut generic: impl Generic, bytes: &[u8], text: &str) -> usize {
    generic.run(&bytes).wrapping_add(generic.run(&text))
}

/// `N` tells functions apart that would become one.
struct Sum<const N: usize> {
    sum: usize,
}
impl<const N: usize> Plain for Sum<N> {
    fn run(&mut self, value: usize) -> usize {
        self.sum = self.sum.wrapping_mul(value) ^ N;
        self.sum
    }
}
impl<const N: usize> Generic for Sum<N> {
    fn run(&mut self, value: &impl Len) -> usize {
        self.sum = self.sum.wrapping_mul(value.len()) ^ N;
        self.sum
    }
}

#[unsafe(no_mangle)]
pub fn inferred(k: usize, by: usize) -> usize {
    plainly(Sum::<1> { sum: k }, by)
}
#[unsafe(no_mangle)]
pub fn erased(k: usize, bytes: &[u8], text: &str) -> usize {
    generically(Sum::<2> { sum: k }, bytes, text)
}
#[unsafe(no_mangle)]
pub fn annotated(k: usize, bytes: &[u8], text: &str) -> usize {
    generically(Sum::<3> { sum: k }, bytes, text)
}
#[unsafe(no_mangle)]
pub fn helper(k: usize, bytes: &[u8], text: &str) -> usize {
    generically(Sum::<4> { sum: k }, bytes, text)
}

struct Products<'a> {
    rest: &'a [u8],
    by: u8,
}
impl Iterator for Products<'_> {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let (first, others) = self.rest.split_first()?;
        self.rest = others;
        Some(u64::from(first.wrapping_mul(self.by)))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), Some(self.rest.len()))
    }
}
#[unsafe(no_mangle)]
pub fn anonymous(bytes: &[u8], by: u8) -> u64 {
    let mut it = Products { rest: bytes, by };
    let hint = it.size_hint().0 as u64;
    let mut sum = hint;
    while let Some(n) = it.next() {
        sum = sum.wrapping_mul(31) ^ n;
    }
    sum
}

mod shapes {
    pub trait Area {
        fn area(&self, scale: u64) -> u64;
    }
}
pub struct Square(u64);
impl shapes::Area for Square {
    fn area(&self, scale: u64) -> u64 {
        self.0.wrapping_mul(self.0).wrapping_mul(scale)
    }
}
#[unsafe(no_mangle)]
pub fn internal(square: &Square, scale: u64) -> u64 {
    shapes::Area::area(square, scale)
}

#[unsafe(no_mangle)]
pub fn qualified(square: &Square, by: &mut core::slice::Iter<'_, u64>, scale: u64) -> u64 {
    let more = Iterator::next(by).copied().unwrap_or(3);
    shapes::Area::area(square, scale) ^ more
}

pub struct Tile {
    border: u64,
    square: Square,
}
impl shapes::Area for Tile {
    fn area(&self, scale: u64) -> u64 {
        shapes::Area::area(&self.square, scale)
    }
}
#[unsafe(no_mangle)]
pub fn delegated(tile: &Tile, scale: u64) -> u64 {
    shapes::Area::area(tile, scale) | tile.border
}
