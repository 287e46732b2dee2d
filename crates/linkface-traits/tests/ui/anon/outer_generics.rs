//! `impl<T> Iterator for _` says that `T` is the one of the function around.
use linkface_traits::attr::*;

fn outer<T: Clone>(value: T) -> impl Iterator<Item = T> {
    #[anon]
    impl Iterator for _ {
        type Item = T;
        fn next(&mut self) -> Option<Self::Item> {
            Some(value.clone())
        }
    }
}

fn main() {
    outer(1);
}
