//! A trait's methods become the type's own.

mod shape {
    use ambassador::{delegatable_trait, delegate_to_methods};

    #[delegatable_trait]
    pub trait Noise {
        fn noise(&self) -> &'static str;
    }

    pub struct Dog;

    impl Noise for Dog {
        fn noise(&self) -> &'static str {
            "woof"
        }
    }

    #[delegate_to_methods]
    #[delegate(Noise, target_ref = "own")]
    impl Dog {
        fn own(&self) -> &Self {
            self
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
