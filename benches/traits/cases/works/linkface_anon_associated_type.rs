//! The trait has an associated type.

use linkface_traits::anon;

trait Source {
    type Item;
    fn get(&self) -> Self::Item;
}

fn main() {
    let k = 4_u8;
    let source = anon!(impl Source for _ {
        type Item = u8;
        fn get(&self) -> u8 {
            k
        }
    });
    assert_eq!(source.get(), 4);
}
