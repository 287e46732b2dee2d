//! A trait's methods become the type's own, and no signature is written again.

mod shape {
    use linkface_traits::{attr::delegatable, delegate};

    #[delegatable]
    pub trait Noise {
        fn noise(&self) -> &'static str;
    }

    pub struct Dog;

    impl Noise for Dog {
        fn noise(&self) -> &'static str {
            "woof"
        }
    }

    delegate! {
        impl Dog {
            pub use Noise::*;
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
