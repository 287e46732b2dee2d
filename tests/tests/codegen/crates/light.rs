//! What linkface-traits makes of things, each in a function of its own. `by_hand.rs` has the same names.

use linkface_traits::attr::*;
use linkface_traits::{anon, delegate, q, sam};

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

#[sam]
pub trait Plain {
    fn run(&mut self, value: usize) -> usize;
}
#[sam]
pub trait Generic {
    fn run(&mut self, value: &impl Len) -> usize;
}

fn plainly(mut plain: impl Plain, by: usize) -> usize {
    plain.run(by).wrapping_add(plain.run(7))
}
fn generically(mut generic: impl Generic, bytes: &[u8], text: &str) -> usize {
    generic.run(&bytes).wrapping_add(generic.run(&text))
}

#[unsafe(no_mangle)]
pub fn inferred(k: usize, by: usize) -> usize {
    let mut sum = k;
    plainly(
        Plain(|value| {
            sum = sum.wrapping_mul(value) ^ 1;
            sum
        }),
        by,
    )
}
#[unsafe(no_mangle)]
pub fn erased(k: usize, bytes: &[u8], text: &str) -> usize {
    let mut sum = k;
    generically(
        Generic(|value| {
            sum = sum.wrapping_mul(value.len()) ^ 2;
            sum
        }),
        bytes,
        text,
    )
}
#[unsafe(no_mangle)]
pub fn annotated(k: usize, bytes: &[u8], text: &str) -> usize {
    generically(
        sam!(impl Generic [mut sum: usize = k] |value: &impl Len| -> usize {
            sum = sum.wrapping_mul(value.len()) ^ 3;
            sum
        }),
        bytes,
        text,
    )
}
#[unsafe(no_mangle)]
pub fn helper(k: usize, bytes: &[u8], text: &str) -> usize {
    let mut sum = k;
    generically(
        sam!(impl Generic [take = |n: usize| -> usize { sum = sum.wrapping_mul(n) ^ 4; sum }]
            |value: &impl Len| -> usize { take(value.len()) }),
        bytes,
        text,
    )
}
#[unsafe(no_mangle)]
pub fn anonymous(bytes: &[u8], by: u8) -> u64 {
    let rest = bytes;
    let mut it = anon! { impl Iterator for _ {
        type Item = u64;
        fn next(&mut self) -> Option<u64> {
            let (first, others) = rest.split_first()?;
            rest = others;
            Some(u64::from(first.wrapping_mul(by)))
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (rest.len(), Some(rest.len()))
        }
    } };
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
#[mode(internal)]
impl shapes::Area for Square {
    fn area(&self, scale: u64) -> u64 {
        self.0.wrapping_mul(self.0).wrapping_mul(scale)
    }
}
#[unsafe(no_mangle)]
pub fn internal(square: &Square, scale: u64) -> u64 {
    square.area(scale)
}

#[unsafe(no_mangle)]
pub fn qualified(square: &Square, by: &mut core::slice::Iter<'_, u64>, scale: u64) -> u64 {
    let more = q!(by.Iterator::next()).copied().unwrap_or(3);
    q!(square.shapes::Area::area(scale)) ^ more
}

pub struct Tile {
    border: u64,
    square: Square,
}
delegate! {
    impl shapes::Area for Tile {
        use self.square.*;
        fn area(&self, scale: u64) -> u64;
    }
}
#[unsafe(no_mangle)]
pub fn delegated(tile: &Tile, scale: u64) -> u64 {
    shapes::Area::area(tile, scale) | tile.border
}
