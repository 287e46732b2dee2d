//! A method calls another on `self`, and uses a captured variable.

use linkface_traits::anon;

fn main() {
    let from = 3;
    let count = anon!(impl Iterator for [mut n: u8 = from] {
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
