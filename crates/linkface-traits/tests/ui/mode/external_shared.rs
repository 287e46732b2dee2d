use linkface_traits::attr::mode;
use std::fmt;

struct Foo;

#[mode(external)]
impl fmt::Debug for Foo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Foo")
    }
}

mod elsewhere {
    use super::{fmt, mode};

    #[mode(external)]
    impl fmt::Display for super::Foo {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Foo")
        }
    }
}

mod another {
    use super::{fmt, mode};

    pub struct Foo;
    #[mode(external)]
    impl fmt::Display for Foo {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Foo")
        }
    }

    pub struct Generic<T>(pub T);
    #[mode(external)]
    impl<T> fmt::Debug for Generic<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Foo")
        }
    }
    #[mode(external)]
    impl<T> fmt::Display for Generic<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Foo")
        }
    }
}

struct Wrap(Foo, another::Foo, another::Generic<u8>);

impl fmt::Debug for Wrap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Display;
        self.0.fmt(f)?;
        self.1.fmt(f)?;
        self.2.fmt(f)?;
        Display::fmt(&self.0, f)
    }
}

fn main() {}
