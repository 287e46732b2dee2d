//! The dot doesn't find a method that is external.

use linkface_traits::attr::mode;

trait Stringer {
    fn string(&self) -> String;
}

struct Foo;

#[mode(external)]
impl Stringer for Foo {
    fn string(&self) -> String {
        "foo".to_owned()
    }
}

fn main() {
    assert_eq!(Foo.string(), "foo");
}
