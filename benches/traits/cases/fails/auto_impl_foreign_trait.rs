//! A closure is a trait of another crate.

#[auto_impl::auto_impl(FnMut)]
use std::iter::Iterator;

fn main() {
    let mut n = 0;
    let numbers = move || {
        n += 1;
        (n < 4).then_some(n)
    };
    assert_eq!(numbers.sum::<i32>(), 6);
}
