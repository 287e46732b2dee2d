//! Traits that don't tell how they are declared, or tell what a closure can't be.

use linkface_traits::attr;
use linkface_traits::sam;

pub trait Plain<T> {
    fn run(&self, t: T);
}

#[attr::delegatable]
pub trait Two {
    fn one(&self);
    fn two(&self);
}

fn main() {
    let _ = sam!(impl Plain |t| ());
    let _ = sam!(impl Plain<u8> |t| ());
    let _ = sam!(impl Two [] || ());
    let _ = sam!(impl Iterator || Some(1));
    let _ = sam!(impl Iterator { fn next() -> u8; } || Some(1));
    let _ = sam!(impl Iterator { type Item; fn next(&mut self) -> Option<u8>; } || Some(1));
}
