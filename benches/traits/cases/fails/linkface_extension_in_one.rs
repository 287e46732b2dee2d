//! An extension trait and its impl are declared in one.

use linkface_traits::attr::mode;

#[mode(extension)]
impl str {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}

fn main() {
    assert_eq!("a".shout(), "A");
}
