//! Delegates the traits of another crate.

#![deny(missing_docs, unreachable_pub, warnings)]
#![forbid(unsafe_code)]

use linkface_traits::{attr::*, delegate};

// In the way.
#[allow(dead_code)]
struct Key;
#[allow(dead_code)]
struct Option;

struct Base(Vec<u8>);

impl api::store::Store for Base {
    const MOST: usize = 3;
    type Out = u8;
    fn get<'a>(
        &'a self,
        key: api::keys::Key<'a>,
    ) -> std::option::Option<(api::keys::Key<'a>, &'a u8)> {
        self.0.first().map(|it| (key, it))
    }
    fn dump<W: std::fmt::Write>(&self, to: &mut W) -> Result<(), std::fmt::Error> {
        write!(to, "{:?}", self.0)
    }
    fn make() -> Self {
        Self(vec![1, 2])
    }
    fn each(&self) -> impl Iterator<Item = &u8> {
        self.0.iter()
    }
    async fn later(&self, key: &api::keys::Key<'_>) -> usize {
        key.0.len()
    }
}

/// Public, with methods that need no import.
pub struct Whole(Base);

#[delegate(use (self.0 as Base).*)]
impl api::store::Store for Whole {
    // `<Base as Store>::Out` would show a private type.
    type Out = u8;

    fn make() -> Self {
        Self(<Base as api::store::Store>::make())
    }
}

delegate! {
    impl Whole {
        pub use api::store::Store::*;
    }
}

fn main() {
    let it = Whole::make();
    assert_eq!(Whole::MOST, 3);
    assert!(matches!(it.get(api::keys::Key("k")), Some((key, 1)) if key == api::keys::Key("k")));
    let mut text = String::new();
    it.dump(&mut text).expect("a string takes it");
    assert_eq!(text, "[1, 2]");
    assert_eq!(it.each().count(), 2);
    assert_eq!(it.path(api::keys::Key("path")), 4);
    let key = api::keys::Key("later");
    let mut later = std::pin::pin!(it.later(&key));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(matches!(
        std::future::Future::poll(later.as_mut(), &mut context),
        std::task::Poll::Ready(5)
    ));
}
