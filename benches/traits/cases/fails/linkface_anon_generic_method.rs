//! The trait has a generic method, and the types of captured variables are inferred.

use linkface_traits::anon;
use std::fmt::Display;

trait Callback {
    fn run<T: Display>(&self, value: T) -> String;
}

fn main() {
    let prefix = "a";
    let callback = anon!(impl Callback for _ {
        fn run<T: Display>(&self, value: T) -> String {
            format!("{prefix}{value}")
        }
    });
    assert_eq!(callback.run(1), "a1");
}
