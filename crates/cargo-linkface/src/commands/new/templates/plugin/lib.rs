//! A plugin: greets, and counts whom it has greeted.
#![forbid(unsafe_code)]

use {{api_crate}}::Greeter;

#[derive(Default)]
struct Counting {
    greeted: u32,
}

impl Greeter for Counting {
    fn greet(&mut self, whom: &str) -> String {
        self.greeted += 1;
        format!("Hello, {whom}! You are number {}.", self.greeted)
    }
}

linkface_plugin::export!(Counting);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts() {
        let mut greeter = Counting::default();
        assert_eq!(greeter.greet("Ada"), "Hello, Ada! You are number 1.");
        assert_eq!(greeter.greet("Bob"), "Hello, Bob! You are number 2.");
    }
}
