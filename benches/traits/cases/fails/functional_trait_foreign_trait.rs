//! A closure is a trait of another crate.

#[functional_trait::functional_trait]
use std::iter::Iterator;

fn main() {
    let mut n = 0;
    let numbers = move || {
        n += 1;
        (n < 4).then_some(n)
    };
    assert_eq!(numbers.sum::<i32>(), 6);
}
