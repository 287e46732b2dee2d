//! A closure is a trait of another crate.

#[auto_impl::auto_impl(FnMut)]
use std::iter::Iterator;

fn none() -> Option<i32> {
    None
}

fn main() {
    // The compiler's text for a closure names the folder that it is in.
    assert_eq!(none.sum::<i32>(), 0);
}
