//! Methods take `self: Box<Self>` and `self: Pin<&mut Self>`.

mod shape {
    use linkface_traits::attr::mode;
    use std::pin::Pin;

    pub trait Eat {
        fn eat(self: Box<Self>) -> u8;
        fn pinned(self: Pin<&mut Self>) -> u8;
    }

    pub struct Dog;

    #[mode(internal)]
    impl Eat for Dog {
        fn eat(self: Box<Self>) -> u8 {
            1
        }
        fn pinned(self: Pin<&mut Self>) -> u8 {
            2
        }
    }
}

fn main() {
    assert_eq!(Box::new(shape::Dog).eat(), 1);
    assert_eq!(std::pin::pin!(shape::Dog).pinned(), 2);
}
