//! A trait's method is called where the trait isn't imported.

mod shape {
    use linkface_traits::attr::mode;

    pub trait Noise {
        fn noise(&self) -> &str;
    }

    pub struct Dog;

    #[mode(internal)]
    impl Noise for Dog {
        fn noise(&self) -> &str {
            "woof"
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
