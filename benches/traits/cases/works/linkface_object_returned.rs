//! The object leaves the function that makes it.

use linkface_traits::attr::anon;
use std::fmt;

fn make(name: String) -> impl fmt::Display {
    #[anon(move)]
    impl fmt::Display for _ {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "<{name}>")
        }
    }
}

fn main() {
    assert_eq!(make("a".to_owned()).to_string(), "<a>");
}
