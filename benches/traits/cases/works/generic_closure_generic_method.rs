//! The method is generic.

use std::fmt::Display;

generic_closure::closure_trait!(Callback<T: Display>(value: T) -> String);

fn call(f: impl Callback) -> String {
    f.call('a') + &f.call(1)
}

fn main() {
    let closure = generic_closure::closure!(Callback<T: Display>(x: T) -> String { x.to_string() });
    assert_eq!(call(closure), "a1");
}
