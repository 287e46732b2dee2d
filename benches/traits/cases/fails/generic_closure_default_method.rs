//! The trait has a second method, with a default.

generic_closure::closure_trait!(
    trait Callback {
        fn call(&self, value: u8) -> u8;
        fn twice(&self, value: u8) -> u8 {
            self.call(self.call(value))
        }
    }
);

fn main() {}
