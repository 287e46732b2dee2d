//! A method is found by its trait's name only. Calls with a dot are refused, in words.

mod library {
    use linkface_traits::attr::mode;
    use std::borrow::Borrow;

    pub struct Name(pub String);

    #[mode(external)]
    impl Borrow<str> for Name {
        fn borrow(&self) -> &str {
            &self.0
        }
    }
}

fn main() {
    let name = library::Name("a".to_owned());
    assert_eq!(std::borrow::Borrow::<str>::borrow(&name), "a");
}
