//! A method that the impl leaves to the trait is not listed.

mod shape {
    use linkface_traits::attr::mode;

    #[mode(default = internal)]
    pub trait Noise {
        fn one(&self) -> u8;
        fn two(&self) -> u8 {
            2 * self.one()
        }
    }

    pub struct Dog;

    #[mode]
    impl Noise for Dog {
        fn one(&self) -> u8 {
            1
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.two(), 2);
}
