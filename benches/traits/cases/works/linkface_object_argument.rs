//! The object is made where it is used, as an argument.

use linkface_traits::anon;
use std::fmt;

fn show(shown: impl fmt::Display) -> String {
    shown.to_string()
}

fn main() {
    let name = "a";
    let text = show(anon!(impl fmt::Display for _ {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "<{name}>")
        }
    }));
    assert_eq!(text, "<a>");
}
