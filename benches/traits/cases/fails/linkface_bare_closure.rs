//! A function or a closure without the trait's name before it is not the trait.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

fn call(f: impl Callback) -> u8 {
    f.run(1)
}

fn add(x: u8) -> u8 {
    x + 4
}

fn main() {
    // The text for a closure names the folder that it is in.
    assert_eq!(call(add), 5);
}
