//! A trait's method is called where the trait isn't imported.

mod shape {
    use inherent::inherent;

    pub trait Noise {
        fn noise(&self) -> &str;
    }

    pub struct Dog;

    #[inherent]
    impl Noise for Dog {
        pub fn noise(&self) -> &str {
            "woof"
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.noise(), "woof");
}
