//! In a generic method's closure, the types of captured variables are inferred.

use linkface_traits::attr::sam;
use std::fmt::Display;

#[sam]
trait Callback {
    fn run(&self, value: impl Display) -> String;
}

fn main() {
    let prefix = "a";
    let callback = Callback(|x| format!("{prefix}{x}"));
    assert_eq!(callback.run(1), "a1");
}
