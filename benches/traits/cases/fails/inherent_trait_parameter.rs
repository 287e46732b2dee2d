//! A parameter that only the trait has.

mod shape {
    use inherent::inherent;

    pub trait Feed<T> {
        fn feed(&self, food: T) -> T;
    }

    pub struct Dog;

    #[inherent]
    impl<T> Feed<T> for Dog {
        pub fn feed(&self, food: T) -> T {
            food
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.feed('a'), 'a');
}
