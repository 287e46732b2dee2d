//! A trait's methods become the type's own, and no signature is written again.

mod shape {
    pub trait Noise {
        fn noise(&self) -> &'static str;
    }

    pub struct Dog;

    impl Noise for Dog {
        fn noise(&self) -> &'static str {
            "woof"
        }
    }

    impl Dog {
        delegate::delegate! {
            #[through(Noise)]
            to self {}
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
