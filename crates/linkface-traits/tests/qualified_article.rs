//! The samples of the article that this answers to.

#![deny(warnings, clippy::pedantic)]
#![allow(clippy::unused_self)]

use linkface_traits::{q, qualified};

trait Stringer {
    fn string(&self) -> String;
}

impl Stringer for i32 {
    fn string(&self) -> String {
        format!("{self}")
    }
}

struct Woofer;

impl Stringer for Woofer {
    fn string(&self) -> String {
        String::from("woof")
    }
}

impl Woofer {
    fn string(&self) -> String {
        String::from("bark")
    }
}

#[test]
fn a_trait_method() {
    assert_eq!(42.string(), "42");
    assert_eq!(q!(42.Stringer::string()), "42");
}

#[test]
fn past_an_inherent_method() {
    assert_eq!(Woofer.string(), "bark");
    assert_eq!(q!(Woofer.Stringer::string()), "woof");
    assert_eq!(q!(Woofer.<Woofer as Stringer>::string()), "woof");
}

mod owners {
    // `A` and `B` have different owners, who know nothing of each other.
    pub(crate) trait A {
        fn foo(&self) -> char;
    }
    pub(crate) trait B {
        fn foo(&self) -> char;
    }
    impl A for str {
        fn foo(&self) -> char {
            'a'
        }
    }
    impl B for str {
        fn foo(&self) -> char {
            'b'
        }
    }
}

#[test]
fn a_later_method_of_another_trait() {
    use owners::{A, B};
    let string = String::from("x");
    assert_eq!(q!(string.A::foo()), 'a');
    assert_eq!(q!(string.B::foo()), 'b');
    // No import is needed.
    assert_eq!(q!(string.owners::B::foo()), 'b');
}

mod path {
    pub(crate) mod to {
        pub(crate) trait Trait<A> {
            fn method<M: Default>(&self, a: A) -> (A, M);
        }
        impl<A> Trait<A> for super::super::Woofer {
            fn method<M: Default>(&self, a: A) -> (A, M) {
                (a, M::default())
            }
        }
    }
}

trait Foo {
    fn method(&self) -> u8;
    fn again(&self) -> u8;
}

qualified! {
    impl Foo for Woofer {
        fn method(&self) -> u8 { 1 }
        fn again(&self) -> u8 {
            // `expr.Self::method()`; there is no inherent `method`.
            self.Self::method() + self.Foo::method()
        }
    }
}

#[test]
fn the_four_forms() {
    let expr = Woofer;
    assert_eq!(q!(expr.Stringer::string()), Stringer::string(&expr));
    assert_eq!(q!(expr.Foo::again()), 2);
    assert_eq!(
        q!(expr.<Woofer as Foo>::method()),
        <Woofer as Foo>::method(&expr)
    );
    assert_eq!(
        q!(expr.crate::path::to::Trait::<u8>::method::<u16>(7)),
        crate::path::to::Trait::<u8>::method::<u16>(&expr, 7)
    );
    assert_eq!(q!("x".::std::string::ToString::to_string()), "x");
}

#[test]
fn chains() {
    // What made people give up `<Foo as Bar>::baz`.
    let chained = q!(Woofer
        .Stringer::string()
        .::std::convert::AsRef::<str>::as_ref()
        .Stringers::strings()
        .len());
    assert_eq!(chained, 4);
}

trait Stringers {
    fn strings(&self) -> Vec<String>;
}

impl Stringers for str {
    fn strings(&self) -> Vec<String> {
        self.chars().map(String::from).collect()
    }
}

#[test]
fn in_generic_code() {
    fn run(x: &impl Stringer) -> String {
        q!(x.Stringer::string())
    }
    assert_eq!(run(&Woofer), "woof");
    assert_eq!(run(&1), "1");
}
