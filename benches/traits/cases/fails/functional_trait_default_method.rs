//! The trait has a second method, with a default.

#[functional_trait::functional_trait]
trait Callback {
    fn run(&self, value: u8) -> u8;
    fn twice(&self, value: u8) -> u8 {
        self.run(self.run(value))
    }
}

fn main() {
    assert_eq!((|x: u8| x + 1).twice(3), 5);
}
