//! One object, several traits.

use linkface_traits::anon;
use std::fmt;

fn main() {
    let name = "a";
    let shown = anon! {
        impl fmt::Display for _ {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{name}>")
            }
        }
        impl fmt::LowerHex for _ {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:x}", name.len())
            }
        }
    };
    assert_eq!(format!("{shown} {shown:x}"), "<a> 1");
}
