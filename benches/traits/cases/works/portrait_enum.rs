//! A trait goes to whatever an enum holds.

#[portrait::make]
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

#[portrait::derive(Noise with portrait::derive_delegate)]
enum Animal {
    Cat(Cat),
    Dog(Dog),
}

fn main() {
    assert_eq!(
        [Animal::Cat(Cat), Animal::Dog(Dog)].map(|a| a.noise()),
        ["meow", "woof"]
    );
}
