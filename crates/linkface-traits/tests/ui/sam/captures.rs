//! Captures that are not named well, and closures that don't fit the method.

use linkface_traits::attr;
use linkface_traits::sam;
use std::fmt::Debug;

#[attr::sam]
pub trait Callback {
    fn run(&self, value: impl Debug) -> usize;
}

#[attr::sam]
pub trait Tr<T> {
    type Out;
    fn run(&self, x: T, y: impl Debug) -> Option<Self::Out>;
}

fn helper(n: usize) -> usize {
    n
}

fn outer<T: Debug>(t: &T) {
    // `T` is another function's.
    let _ = sam!(impl Callback [t: &T] |_x: impl Debug| -> usize { format!("{t:?}").len() });
}

fn main() {
    let k = 1;
    let n = 1;
    // All at once.
    let _ = sam!(impl Callback [k, mut n: usize, five = 5, f = |n| n, g = |_| ()] |x, y| k);
    // What is captured is not named.
    let _ = sam!(impl Callback |_x: impl Debug| -> usize { k + n });
    // Nothing tells what `T` and `Out` are.
    let _ = sam!(impl Tr [] |x, y| None);
    let _ = sam!(impl Tr<_> [k: &usize] |x, y| -> Option<usize> { Some(*k) });
    // Not a closure.
    let _ = sam!(impl Callback [] helper);
    // Not these arguments.
    let _ = sam!(impl Tr<u8, u16, In = u8, Out: Copy> |x, y| None);
    let _ = sam!(impl for<'a> Callback |x: &'a str| 1);
}
