//! In a generic method's closure, the types of captured variables are inferred.

use std::fmt::Display;

generic_closure::closure_trait!(Callback<T: Display>(value: T) -> String);

fn main() {
    let prefix = "a";
    let callback = generic_closure::closure!(
        prefix,
        Callback<T: Display>(x: T) -> String { format!("{prefix}{x}") }
    );
    assert_eq!(callback.call(1), "a1");
}
