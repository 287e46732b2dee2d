//! The trait has a type, which goes to a field's.

trait Source {
    type Item;
    fn get(&self) -> Self::Item;
}

struct Base;

impl Source for Base {
    type Item = u8;
    fn get(&self) -> u8 {
        1
    }
}

struct Wrap(Base);

impl Source for Wrap {
    delegate::delegate! {
        to self.0 {
            type Item;
            fn get(&self) -> Self::Item;
        }
    }
}

fn main() {}
