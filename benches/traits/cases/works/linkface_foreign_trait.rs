//! A closure is a trait of another crate.

use linkface_traits::sam;

fn main() {
    let mut n = 0;
    let numbers = sam!(
        impl Iterator { type Item; fn next(&mut self) -> Option<Self::Item>; } move || {
            n += 1;
            (n < 4).then_some(n)
        }
    );
    assert_eq!(numbers.sum::<i32>(), 6);
}
