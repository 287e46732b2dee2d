//! The types of captured variables are inferred.

use linkface_traits::attr::anon;

fn main() {
    let list = vec![1, 2, 3];
    let rest = &list[..];
    let numbers = {
        #[anon]
        impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                let (first, others) = rest.split_first()?;
                rest = others;
                Some(*first)
            }
        }
    };
    assert_eq!(numbers.sum::<i32>(), 6);
}
