//! Traits that tell nothing: the impl declares what it delegates.

use linkface_traits::attr::*;
use linkface_traits::delegate;
use std::fmt;

struct Text(String);

delegate! {
    impl fmt::Display for Text {
        use self.0.*;
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    }
}

struct Numbers(std::vec::IntoIter<u32>);

#[delegate(use (self.0 as std::vec::IntoIter<u32>).*)]
impl Iterator for Numbers {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn size_hint(&self) -> (usize, Option<usize>);
}

impl Text {
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

#[delegate(use Text::show as fmt)]
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

#[test]
fn a_foreign_trait_is_implemented() {
    let text = Text("a".to_owned());
    assert_eq!(format!("{text:>3} {text:?}"), "  a <a>");
    let mut numbers = Numbers(vec![1, 2, 3].into_iter());
    assert_eq!(numbers.size_hint(), (3, Some(3)));
    assert_eq!(numbers.next(), Some(1));
}
