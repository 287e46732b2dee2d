//! An extension trait and its impl are declared in one.

use easy_ext::ext;

#[ext(Shout)]
impl str {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}

fn main() {
    assert_eq!("a".shout(), "A");
}
