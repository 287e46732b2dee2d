//! The object has methods of its own.

use linkface_traits::anon;

fn main() {
    let mut counter = anon! {
        impl Iterator for [mut steps: u8 = 0] {
            type Item = u8;
            fn next(&mut self) -> Option<u8> {
                steps += 1;
                Some(steps)
            }
        }
        impl _ {
            fn steps(&self) -> u8 {
                steps
            }
        }
    };
    counter.next();
    assert_eq!(counter.steps(), 1);
}
