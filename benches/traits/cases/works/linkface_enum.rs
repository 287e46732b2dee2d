//! A trait goes to whatever an enum holds.

use linkface_traits::attr::{delegatable, delegate};

#[delegatable]
trait Noise {
    fn noise(&self) -> &'static str;
}

struct Cat;
struct Dog;

impl Noise for Cat {
    fn noise(&self) -> &'static str {
        "meow"
    }
}
impl Noise for Dog {
    fn noise(&self) -> &'static str {
        "woof"
    }
}

enum Animal {
    Cat(Cat),
    Dog(Dog),
}

#[delegate(use (match self { Animal::Cat(cat) => cat, Animal::Dog(dog) => dog }).*)]
impl Noise for Animal {}

fn main() {
    assert_eq!(
        [Animal::Cat(Cat), Animal::Dog(Dog)].map(|a| a.noise()),
        ["meow", "woof"]
    );
}
