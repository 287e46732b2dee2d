//! The trait has a second method, with a default.

#[functional_trait::functional_trait]
trait Callback {
    fn run(&self, value: u8) -> u8;
    fn twice(&self, value: u8) -> u8 {
        self.run(self.run(value))
    }
}

fn add(x: u8) -> u8 {
    x + 1
}

fn main() {
    // The compiler's text for a closure names the folder that it is in.
    assert_eq!(add.twice(3), 5);
}
