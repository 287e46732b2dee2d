//! An object of a trait, made on the spot.

use linkface_traits::anon;
use linkface_traits::attr::*;

/// The types of captures are inferred.
pub fn inferred(list: &[i32], by: i32) -> impl Iterator<Item = i32> {
    let rest = list;
    #[anon(move)]
    impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            let (first, others) = rest.split_first()?;
            rest = others;
            Some(first * by)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (rest.len(), None)
        }
    }
}

/// They are written: methods can call one another.
pub fn annotated() -> impl Iterator<Item = u8> {
    anon! { impl Iterator for [mut left: u8 = 3] {
        type Item = u8;
        fn next(&mut self) -> Option<u8> {
            left = left.checked_sub(1)?;
            let _ = self.size_hint();
            Some(left)
        }
    } }
}
