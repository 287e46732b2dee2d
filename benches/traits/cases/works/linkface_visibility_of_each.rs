//! All methods have one visibility.

mod shape {
    use linkface_traits::attr::mode;

    pub trait Noise {
        fn one(&self) -> u8;
        fn two(&self) -> u8;
    }

    pub struct Dog;

    #[mode(internal, pub(crate))]
    impl Noise for Dog {
        fn one(&self) -> u8 {
            1
        }
        fn two(&self) -> u8 {
            2
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.one() + shape::Dog.two(), 3);
}
