//! The trait has a generic method.

use std::fmt::Display;

trait Callback {
    fn run<T: Display>(&self, value: T) -> String;
}

fn main() {
    let prefix = "a";
    let callback = impl_tools::impl_anon! {
        struct(&'static str = prefix);
        impl Callback for Self {
            fn run<T: Display>(&self, value: T) -> String {
                format!("{}{value}", self.0)
            }
        }
    };
    assert_eq!(callback.run(1), "a1");
}
