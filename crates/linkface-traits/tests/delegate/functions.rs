//! `use path::function;`

use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Bar {
    const N: usize;
    type Out;
    fn boing() -> i32;
    fn len(&self, more: usize) -> usize;
    fn push(&mut self, (left, right): (u8, u8)) {
        let _ = (left, right);
    }
    fn end(self) -> Self::Out
    where
        Self: Sized;
    fn late(&self, mut n: u32) -> u32 {
        n += 1;
        n
    }
}

struct Foo(Vec<u8>);

impl Foo {
    const SIZE: usize = 3;
    fn boing() -> i32 {
        1
    }
    fn len(&self, more: usize) -> usize {
        self.0.len() + more
    }
    fn push_both(&mut self, both: (u8, u8)) {
        self.0.extend([both.0, both.1]);
    }
    fn into_inner(self) -> Vec<u8> {
        self.0
    }
}

fn twice(_: &Foo, n: u32) -> u32 {
    n * 2
}

delegate! {
    impl Bar for Foo {
        use {Foo::boing, Foo::len};
        use Foo::{push_both as push, into_inner as end};
        use twice as late;
        use Foo::SIZE as N;
        type Out = Vec<u8>;
    }
}

#[test]
fn each_form_of_use_leads_to_its_function() {
    let mut foo = Foo(vec![9]);
    assert_eq!(<Foo as Bar>::boing(), 1);
    assert_eq!(Bar::len(&foo, 2), 3);
    Bar::push(&mut foo, (1, 2));
    assert_eq!(Bar::late(&foo, 4), 8);
    assert_eq!(<Foo as Bar>::N, 3);
    assert_eq!(Bar::end(foo), [9, 1, 2]);
}

struct Attributed(u8);

impl Attributed {
    fn boing() -> i32 {
        2
    }
}

#[delegate(use Attributed::boing, use free::len as len; use self::free::SIZE as N)]
impl Bar for Attributed {
    type Out = u8;

    fn end(self) -> u8 {
        self.0
    }
}

mod free {
    pub(super) const SIZE: usize = 4;

    pub(super) fn len(it: &super::Attributed, more: usize) -> usize {
        usize::from(it.0) + more
    }
}

#[test]
fn the_attribute_takes_the_same() {
    let it = Attributed(3);
    assert_eq!(<Attributed as Bar>::boing(), 2);
    assert_eq!(it.len(1), 4);
    assert_eq!(Attributed::N, 4);
    assert_eq!(it.late(1), 2);
    assert_eq!(it.end(), 3);
}

#[test]
fn a_function_body_has_delegations_too() {
    #[delegatable]
    trait Local {
        fn local(&self) -> u8;
    }
    struct Here(u8);
    impl Here {
        fn own(&self) -> u8 {
            self.0
        }
    }
    delegate! {
        impl Local for Here { use Here::own as local; }
    }
    assert_eq!(Here(5).local(), 5);
}
