//! Scopes that make trouble: names that mean something else, traits on every type, other macros.

#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
#![forbid(unsafe_code)]
#![allow(dead_code, unused_macros)]
// What clippy says of the samples themselves. Of expansions it has to say nothing.
#![allow(
    clippy::items_after_statements,
    clippy::trivially_copy_pass_by_ref,
    clippy::wrong_self_convention
)]

#[allow(non_camel_case_types)]
mod hostile {
    // Names that expansions could mean.
    mod core {}
    mod std {}
    mod linkface_traits {}
    struct Option;
    struct Some;
    struct Sized;
    struct Box;
    trait FnOnce {}
    trait Iterator {
        fn next(self) -> u8;
    }
    trait Clone {
        fn clone(self) -> u8;
    }
    trait Deref {}
    macro_rules! unreachable {
        () => {
            compile_error!("the user's")
        };
    }
    macro_rules! compile_error {
        () => {};
    }

    // Methods on every type, by value, so that they come before everything.
    trait Everywhere: ::core::marker::Sized {
        fn is_value(self) -> bool {
            true
        }
        fn kind(self) {}
        fn take(self) {}
        fn place(self) {}
        fn answer(self) {}
        fn into(self) {}
        fn by_ref(self) {}
        fn by_mut(self) {}
        fn deref(self) {}
        fn named(self) -> u8 {
            0
        }
    }
    impl<T> Everywhere for T {}

    trait Named {
        fn named(&self) -> &'static str;
        fn rename(&mut self, with: u8) -> u8;
        fn unname(self) -> u8;
    }

    struct One(u8);

    impl Named for One {
        fn named(&self) -> &'static str {
            "one"
        }
        fn rename(&mut self, with: u8) -> u8 {
            self.0 += with;
            self.0
        }
        fn unname(self) -> u8 {
            self.0
        }
    }

    impl Iterator for One {
        fn next(self) -> u8 {
            self.0
        }
    }

    impl Clone for One {
        fn clone(self) -> u8 {
            self.0
        }
    }

    #[test]
    fn names() {
        let mut one = One(1);
        assert_eq!(::linkface_traits::q!(one.Named::named()), "one");
        assert_eq!(::linkface_traits::q!(one.Named::rename(2)), 3);
        assert_eq!(::linkface_traits::q!(One(1).Named::rename(2)), 3);
        assert_eq!(::linkface_traits::q!(one.Named::unname()), 3);
        // The names of std's traits are the user's.
        assert_eq!(::linkface_traits::q!(One(5).Iterator::next()), 5);
        assert_eq!(::linkface_traits::q!(One(5).Clone::clone()), 5);
        assert_eq!(::linkface_traits::q!(One(5).self::Clone::clone()), 5);
        // Locals of an expansion aren't the user's.
        let (method, asked, kept, argument) = (One(1), One(2), One(3), One(4));
        assert_eq!(::linkface_traits::q!(method.Named::unname()), 1);
        assert_eq!(::linkface_traits::q!(asked.Named::unname()), 2);
        assert_eq!(::linkface_traits::q!(kept.Named::unname()), 3);
        let mut other = One(1);
        assert_eq!(::linkface_traits::q!(other.Named::rename(argument.0)), 5);
    }

    macro_rules! through {
        ($receiver:expr, $trait:path, $tr:ident, $method:ident, $argument:expr) => {
            (
                ::linkface_traits::q!($receiver.$tr::$method($argument)),
                ::linkface_traits::q!($receiver.<One as $trait>::$method($argument)),
                $crate::hostile::twice(&::linkface_traits::q!($receiver.$crate::hostile::Named::$method($argument))),
            )
        };
    }

    fn twice(number: &u8) -> u8 {
        2 * *number
    }

    #[test]
    fn macros() {
        let mut one = One(1);
        assert_eq!(through!(one, Named, Named, rename, 1 + 1), (3, 5, 14));
        assert_eq!(through!(One(1), Named, Named, rename, 2), (3, 3, 6));
    }

    macro_rules! defines {
        ($name:ident, $ty:ty) => {
            ::linkface_traits::qualified! {
                fn $name(it: &$ty) -> &'static str {
                    it.Named::named()
                }
            }
        };
    }
    defines!(defined, One);

    #[test]
    fn items() {
        assert_eq!(defined(&One(1)), "one");
        ::linkface_traits::qualified! {
            fn inside(it: &One) -> ::std::string::String {
                ::std::format!("{:?}{:?}", it.Named::named(), [it.Named::named()].len())
            }
        }
        assert_eq!(inside(&One(1)), "\"one\"1");
    }
}

mod lints {
    use linkface_traits::q;

    /// Documented.
    pub(crate) trait Shape {
        /// Documented.
        fn side(&self) -> u32;
        /// Documented.
        #[must_use]
        fn doubled(self) -> u32;
    }

    #[derive(Clone, Copy)]
    pub(crate) struct Square(u32);

    impl Shape for Square {
        fn side(&self) -> u32 {
            self.0
        }
        fn doubled(self) -> u32 {
            2 * self.0
        }
    }

    #[test]
    fn silent() {
        let x = Square(1);
        let r = &x;
        let sum = q!(x.Shape::side()) + q!(r.Shape::doubled()) + q!(x.Shape::doubled());
        assert_eq!(sum, 5);
        assert_eq!(q!(r.std::clone::Clone::clone()).0, 1);
        q!(x.Shape::side());
        let text = String::from("x");
        assert_eq!(q!((&text).Into::<String>::into()), "x");
        assert_eq!(if q!(x.Shape::side()) > 1 { 1 } else { 2 }, 2);
        match q!(x.Shape::side()) {
            1 => {}
            _ => panic!(),
        }
    }
}
