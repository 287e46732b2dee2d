//! `async fn`, `impl Trait`, constant parameters.

mod shape {
    use inherent::inherent;

    pub trait Get {
        async fn get(&self) -> u8;
        fn each(&self) -> impl Iterator<Item = u8>;
        fn first<const N: usize>(&self, of: [u8; N]) -> u8;
    }

    pub struct Dog;

    #[inherent]
    impl Get for Dog {
        pub async fn get(&self) -> u8 {
            1
        }
        pub fn each(&self) -> impl Iterator<Item = u8> {
            [1].into_iter()
        }
        pub fn first<const N: usize>(&self, of: [u8; N]) -> u8 {
            of[0]
        }
    }
}

fn main() {
    drop(shape::Dog.get());
    assert_eq!(shape::Dog.each().count(), 1);
    assert_eq!(shape::Dog.first([1, 2]), 1);
}
