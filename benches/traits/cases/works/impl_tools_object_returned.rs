//! The object leaves the function that makes it.

use std::fmt;

fn make(name: String) -> impl fmt::Display {
    impl_tools::impl_anon! {
        struct(String = name);
        impl fmt::Display for Self {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{}>", self.0)
            }
        }
    }
}

fn main() {
    assert_eq!(make("a".to_owned()).to_string(), "<a>");
}
