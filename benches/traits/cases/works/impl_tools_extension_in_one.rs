//! An extension trait and its impl are declared in one.

#[impl_tools::split_impl(for str)]
trait Shout {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}

fn main() {
    assert_eq!("a".shout(), "A");
}
