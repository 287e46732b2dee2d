//! Only reading methods use `name`, so it is borrowed: `#[anon(move)]` moves it in.
use linkface_traits::{anon, attr::*};
use std::fmt::Display;

fn escapes(name: String) -> impl Display {
    #[anon]
    impl Display for _ {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(&name)
        }
    }
}

fn escapes_too(name: String) -> Box<dyn Display> {
    Box::new(anon! { impl Display for _ {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{name}") }
    } })
}

fn main() {
    escapes(String::new());
    escapes_too(String::new());
}
