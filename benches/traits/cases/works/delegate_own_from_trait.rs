//! A trait's methods become the type's own, with every signature written again.

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
            to self {
                #[through(Noise)]
                pub fn noise(&self) -> &'static str;
            }
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
