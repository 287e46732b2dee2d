//! A trait's methods become the type's own.

mod shape {
    #[portrait::make]
    pub trait Noise {
        fn noise(&self) -> &'static str;
    }

    pub struct Dog;

    impl Noise for Dog {
        fn noise(&self) -> &'static str {
            "woof"
        }
    }

    #[portrait::fill(portrait::delegate(Dog; self))]
    impl Dog {}
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
