//! The trait has a second method, with a default.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    fn run(&self, value: u8) -> u8;
    fn twice(&self, value: u8) -> u8 {
        self.run(self.run(value))
    }
}

fn main() {
    assert_eq!(Callback(|x| x + 1).twice(3), 5);
}
