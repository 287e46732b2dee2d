//! A trait goes to whatever an enum holds, by a `match`.

trait Noise {
    fn noise(&self) -> &'static str;
}

struct Cat;
struct Dog;

impl Cat {
    fn noise(&self) -> &'static str {
        "meow"
    }
}
impl Dog {
    fn noise(&self) -> &'static str {
        "woof"
    }
}

enum Animal {
    Cat(Cat),
    Dog(Dog),
}

impl Noise for Animal {
    delegate::delegate! {
        to match self {
            Animal::Cat(cat) => cat,
            Animal::Dog(dog) => dog,
        } {
            fn noise(&self) -> &'static str;
        }
    }
}

fn main() {
    assert_eq!(
        [Animal::Cat(Cat), Animal::Dog(Dog)].map(|a| a.noise()),
        ["meow", "woof"]
    );
}
