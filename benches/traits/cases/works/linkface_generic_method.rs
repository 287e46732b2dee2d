//! The method is generic.

use linkface_traits::attr::sam;
use std::fmt::Display;

#[sam]
trait Callback {
    fn run(&self, value: impl Display) -> String;
}

fn call(f: impl Callback) -> String {
    f.run('a') + &f.run(1)
}

fn main() {
    assert_eq!(call(Callback(|x| x.to_string())), "a1");
}
