//! One object, several traits.

use std::fmt;

fn main() {
    let name = "a";
    let shown = impl_tools::impl_anon! {
        struct(&'static str = name);
        impl fmt::Display for Self {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{}>", self.0)
            }
        }
        impl fmt::LowerHex for Self {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:x}", self.0.len())
            }
        }
    };
    assert_eq!(format!("{shown} {shown:x}"), "<a> 1");
}
