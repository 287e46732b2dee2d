//! The trait has a blanket impl besides.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

trait Base {
    fn base(&self) -> u8;
}

impl<T: Base> Callback for T {
    fn run(&self, value: u8) -> u8 {
        self.base() + value
    }
}

fn main() {
    assert_eq!(Callback(|x| x + 1).run(3), 4);
}
