//! A method calls another on `self`, and uses a captured variable whose type is inferred.

use linkface_traits::anon;

fn main() {
    let from = 3_u8;
    let count = anon!(impl Iterator for [mut n = from] {
        type Item = u8;
        fn next(&mut self) -> Option<u8> {
            n = n.checked_sub(1)?;
            Some(n)
        }
        fn last(mut self) -> Option<u8> {
            while n > 1 {
                self.next();
            }
            self.next()
        }
    });
    assert_eq!(count.last(), Some(0));
}
