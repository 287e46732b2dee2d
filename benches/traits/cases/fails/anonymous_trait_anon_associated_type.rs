//! The trait has an associated type.

use anonymous_trait::anonymous_trait;

trait Source {
    type Item;
    fn get(&self) -> Self::Item;
}

fn main() {
    let k = 4;

    #[anonymous_trait(let source = ())]
    impl Source for () {
        type Item = u8;
        fn get(&self) -> u8 {
            k
        }
    }
    assert_eq!(source.get(), 4);
}
