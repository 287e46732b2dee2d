//! Whether two generic impls in two modules are on one type, nobody tells `#[mode]`.
use linkface_traits::attr::mode;
use std::fmt;

struct Foo<T>(T);

#[mode(external)]
impl<T> fmt::Debug for Foo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Foo")
    }
}

mod elsewhere {
    use super::{fmt, mode};

    #[mode(external)]
    impl<T> fmt::Display for super::Foo<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Foo")
        }
    }
}

fn main() {}
