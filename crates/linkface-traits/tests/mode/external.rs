//! External impls, called in the ways that are left. That the other ways fail is in `tests/ui/mode`.

mod declared {
    use linkface_traits::attr::mode;

    pub(super) trait Stringer<T = u8> {
        const LEN: usize;
        fn string(&self) -> String;
        fn eat(self, n: u8) -> u8
        where
            Self: Sized;
        fn show<D: std::fmt::Debug>(&mut self, value: D) -> impl Iterator<Item = char>;
        fn made() -> Self
        where
            Self: Sized;
        fn both(&self) -> String {
            self.string() + &self.string()
        }
    }
    pub(super) struct Foo(pub(super) u8);
    #[mode(external)]
    impl Stringer for Foo {
        const LEN: usize = 1;
        fn string(&self) -> String {
            format!("foo {}", self.0)
        }
        fn eat(self, n: u8) -> u8 {
            self.0 + n
        }
        fn show<D: std::fmt::Debug>(&mut self, value: D) -> impl Iterator<Item = char> {
            let text = format!("{value:?}");
            (0..text.len()).map(move |at| char::from(text.as_bytes()[at]))
        }
        fn made() -> Self {
            Self(0)
        }
    }

    pub(super) struct Lent<'a, T: ?Sized, const N: usize>(pub(super) &'a T);
    #[mode(external)]
    impl<T: ?Sized, X, const N: usize> Stringer<X> for Lent<'_, T, N>
    where
        T: ToString,
    {
        const LEN: usize = N;
        fn string(&self) -> String {
            self.0.to_string()
        }
        fn eat(self, n: u8) -> u8 {
            n
        }
        fn show<D: std::fmt::Debug>(&mut self, _: D) -> impl Iterator<Item = char> {
            std::iter::empty()
        }
        fn made() -> Self {
            unimplemented!()
        }
    }
}

use declared::{Foo, Lent, Stringer};

fn in_generic_code<T, S: Stringer<T>>(stringer: &S) -> String {
    stringer.string()
}

#[test]
fn paths_and_generic_code_call_it() {
    let mut foo = Foo(1);
    assert_eq!(Stringer::string(&foo), "foo 1");
    assert_eq!(<Foo as Stringer>::both(&foo), "foo 1foo 1");
    assert_eq!(in_generic_code::<u8, _>(&foo), "foo 1");
    assert_eq!(Stringer::show(&mut foo, Some(2)).count(), 7);
    assert_eq!(Stringer::eat(foo, 2), 3);
    assert_eq!(Foo::made().0, 0);
    assert_eq!(Foo::LEN, 1);
    let lent = Lent::<_, 3>("text");
    assert_eq!(Stringer::<i8>::string(&lent), "text");
    assert_eq!(in_generic_code::<i8, _>(&lent), "text");
    assert_eq!(<Lent<'_, u8, 4> as Stringer<()>>::LEN, 4);
}

#[test]
fn auto_traits_stay() {
    fn send<T: Send + Sync + Unpin + std::panic::UnwindSafe>(_: &T) {}
    send(&Foo(1));
    send(&Lent::<_, 1>("text"));
}

mod conditions {
    use linkface_traits::attr::mode;

    pub(super) struct Foo;
    #[mode(external)]
    #[cfg(any())]
    impl super::Stringer for Foo {
        fn string(&self) -> String {}
    }
    pub(super) trait Read {
        #[cfg(any())]
        fn read(&self);
        fn write(&self) {}
    }
    #[mode(external)]
    impl Read for Foo {
        #[cfg(any())]
        fn read(&self) {}
    }
    pub(super) trait Other {
        fn read(&self) -> u8;
        fn string(&self) -> u8;
    }
    impl Other for Foo {
        fn read(&self) -> u8 {
            1
        }
        fn string(&self) -> u8 {
            2
        }
    }
}

#[test]
fn nothing_is_trapped_that_is_not_there() {
    use conditions::Other;
    assert_eq!(conditions::Foo.read() + conditions::Foo.string(), 3);
    conditions::Read::write(&conditions::Foo);
}

mod own {
    use linkface_traits::attr::mode;
    use std::borrow::Borrow;

    pub(super) struct Text(pub(super) String);
    impl Text {
        pub(super) fn borrow(&self) -> &str {
            &self.0[..1]
        }
    }
    #[mode(external, except(borrow))]
    impl Borrow<str> for Text {
        fn borrow(&self) -> &str {
            &self.0
        }
    }
}

#[test]
fn a_method_of_the_type_itself_stays() {
    let text = own::Text(String::from("borrowed"));
    assert_eq!(text.borrow(), "b");
    assert_eq!(std::borrow::Borrow::<str>::borrow(&text), "borrowed");
}
