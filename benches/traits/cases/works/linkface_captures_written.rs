//! The types of captured variables are written.

use linkface_traits::anon;

fn main() {
    let list = vec![1, 2, 3];
    let numbers = anon!(impl Iterator for [mut rest: &[i32] = &list[..]] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            let (first, others) = rest.split_first()?;
            rest = others;
            Some(*first)
        }
    });
    assert_eq!(numbers.sum::<i32>(), 6);
}
