//! The trait has a generic method.

use anonymous_trait::anonymous_trait;
use std::fmt::Display;

trait Callback {
    fn run<T: Display>(&self, value: T) -> String;
}

fn main() {
    let prefix = "a";

    #[anonymous_trait(let callback = ())]
    impl Callback for () {
        fn run<T: Display>(&self, value: T) -> String {
            format!("{prefix}{value}")
        }
    }
    assert_eq!(callback.run(1), "a1");
}
