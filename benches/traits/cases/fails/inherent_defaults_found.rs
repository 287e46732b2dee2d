//! A method that the impl leaves to the trait is not listed.

mod shape {
    use inherent::inherent;

    pub trait Noise {
        fn one(&self) -> u8;
        fn two(&self) -> u8 {
            2 * self.one()
        }
    }

    pub struct Dog;

    #[inherent]
    impl Noise for Dog {
        pub fn one(&self) -> u8 {
            1
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.two(), 2);
}
