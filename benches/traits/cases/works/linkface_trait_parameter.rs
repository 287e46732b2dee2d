//! A parameter that only the trait has.

mod shape {
    use linkface_traits::attr::mode;

    pub trait Feed<T> {
        fn feed(&self, food: T) -> T;
    }

    pub struct Dog;

    #[mode(internal)]
    impl<T> Feed<T> for Dog {
        fn feed(&self, food: T) -> T {
            food
        }
    }
}

fn main() {
    assert_eq!(shape::Dog.feed('a'), 'a');
}
