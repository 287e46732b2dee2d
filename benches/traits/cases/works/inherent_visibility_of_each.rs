//! Each method has a visibility of its own.

mod shape {
    use inherent::inherent;

    pub trait Noise {
        fn one(&self) -> u8;
        fn two(&self) -> u8;
    }

    pub struct Dog;

    #[inherent]
    impl Noise for Dog {
        pub fn one(&self) -> u8 {
            1
        }
        pub(crate) fn two(&self) -> u8 {
            2
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.one() + shape::Dog.two(), 3);
}
