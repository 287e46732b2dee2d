//! The types of captured variables are inferred, where only a bound of theirs is used.

use std::fmt;

fn main() {
    let name = String::from("a");
    let shown = impl_tools::impl_anon! {
        struct<T: fmt::Debug>(T = name);
        impl fmt::Display for Self {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{:?}>", self.0)
            }
        }
    };
    assert_eq!(shown.to_string(), "<\"a\">");
}
