//! `use (match self { … }).*;`

use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Shout {
    fn shout(&self, text: &str) -> String;
    fn quiet(&mut self);
    fn into_name(self) -> String;
    fn map<T: Into<u64>>(&self, it: T) -> u64;
    async fn wait(&self) -> usize;
}

struct Cat(u8);
struct Dog(String);

impl Shout for Cat {
    fn shout(&self, text: &str) -> String {
        format!("{text} - meow! {}", self.0)
    }
    fn quiet(&mut self) {
        self.0 = 0;
    }
    fn into_name(self) -> String {
        "cat".to_owned()
    }
    fn map<T: Into<u64>>(&self, it: T) -> u64 {
        it.into()
    }
    async fn wait(&self) -> usize {
        1
    }
}

impl Shout for Dog {
    fn shout(&self, text: &str) -> String {
        format!("{text} - {}", self.0)
    }
    fn quiet(&mut self) {
        self.0.clear();
    }
    fn into_name(self) -> String {
        self.0
    }
    fn map<T: Into<u64>>(&self, it: T) -> u64 {
        it.into() + 1
    }
    async fn wait(&self) -> usize {
        self.0.len()
    }
}

enum Animal {
    Cat(Cat),
    Dog { dog: Dog },
}

delegate! {
    impl Shout for Animal {
        use (match self {
            Self::Cat(it) => it,
            Self::Dog { dog } => dog,
        }).*;
    }
}

struct Named(Animal);

#[delegate(use (match self.0 {
    Animal::Cat(ref cat) => cat,
    Animal::Dog { ref dog } => dog,
}).{shout, map, wait})]
impl Shout for Named {
    fn quiet(&mut self) {
        self.0.quiet();
    }
    fn into_name(self) -> String {
        self.0.into_name()
    }
}

#[test]
fn variants_are_of_different_types() {
    let mut cat = Named(Animal::Cat(Cat(1)));
    let mut dog = Named(Animal::Dog {
        dog: Dog("wuff".to_owned()),
    });
    assert_eq!(cat.shout("a"), "a - meow! 1");
    assert_eq!(cat.0.shout("a"), "a - meow! 1");
    assert_eq!(dog.0.shout("a"), "a - wuff");
    assert_eq!((cat.map(1_u8), dog.map(1_u8)), (1, 2));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let ready = std::pin::pin!(dog.wait()).poll(&mut context);
    assert_eq!(ready, std::task::Poll::Ready(4));
    cat.quiet();
    dog.quiet();
    assert_eq!(cat.shout("b"), "b - meow! 0");
    assert_eq!(cat.into_name(), "cat");
    assert_eq!(dog.into_name(), "");
}
