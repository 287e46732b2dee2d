//! The object is made where it is used, as an argument.

use std::fmt;

fn show(shown: impl fmt::Display) -> String {
    shown.to_string()
}

fn main() {
    let name = "a";
    let text = show(impl_tools::impl_anon! {
        struct(&'static str = name);
        impl fmt::Display for Self {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{}>", self.0)
            }
        }
    });
    assert_eq!(text, "<a>");
}
