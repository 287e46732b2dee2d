//! Several external impls on one type, whose methods have one name.

/// In one module: the type's own.
mod together {
    use linkface_traits::attr::mode;
    use std::fmt;

    pub(super) struct Foo<'a>(pub(super) &'a str);
    #[mode(external)]
    impl fmt::Debug for Foo<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "debug {}", self.0)
        }
    }
    #[mode(external)]
    impl fmt::Display for Foo<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "display {}", self.0)
        }
    }
}

/// In another module, under another name for the module.
mod apart {
    use super::together as there;
    use linkface_traits::attr::mode;
    use std::fmt::{self, Formatter};

    #[mode(external)]
    impl fmt::LowerHex for there::Foo<'_> {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            write!(f, "hex {}", self.0)
        }
    }
    #[mode(external)]
    #[cfg(not(any()))]
    impl fmt::UpperHex for there::Foo<'static> {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            write!(f, "HEX {}", self.0)
        }
    }
}

/// Another type of the same name.
mod another {
    use linkface_traits::attr::mode;
    use std::fmt;

    pub(super) struct Foo;
    #[mode(external)]
    impl fmt::Debug for Foo {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("another debug")
        }
    }
    #[mode(external)]
    impl fmt::Display for Foo {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("another display")
        }
    }
}

/// Objects, raw names, and methods under conditions.
mod unusual {
    use linkface_traits::attr::mode;

    pub(super) trait Animal {}
    pub(super) trait Kind {
        fn r#type(&self) -> u8;
        #[cfg(any())]
        fn gone(&self);
    }
    pub(super) trait Sort {
        fn r#type(&self) -> u8;
        fn gone(&self) -> u8;
    }
    pub(super) struct Cat;
    impl Animal for Cat {}

    #[mode(external)]
    impl Kind for dyn Animal + '_ {
        fn r#type(&self) -> u8 {
            1
        }
        #[cfg(any())]
        fn gone(&self) {}
    }
    #[mode(external)]
    impl Sort for dyn Animal + '_ {
        fn r#type(&self) -> u8 {
            2
        }
        fn gone(&self) -> u8 {
            3
        }
    }
}

#[test]
fn unusual_types_and_names() {
    use unusual::{Animal, Kind, Sort};
    let cat: &dyn Animal = &unusual::Cat;
    assert_eq!(Kind::r#type(cat) + Sort::r#type(cat) + Sort::gone(cat), 6);
}

/// With parameters, and others of the same name in a second module.
macro_rules! generic {
    ($module:ident) => {
        mod $module {
            use linkface_traits::attr::mode;
            use std::fmt;

            pub(super) struct Foo<T, const N: usize>(pub(super) T);
            #[mode(external)]
            impl<T: fmt::Debug, const N: usize> fmt::Debug for Foo<T, N> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Debug::fmt(&self.0, f)
                }
            }
            #[mode(external)]
            impl<T: fmt::Display, const N: usize> fmt::Display for Foo<T, N> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&self.0, f)
                }
            }
            #[mode(external)]
            impl<T: fmt::LowerHex, const N: usize> fmt::LowerHex for Foo<T, N> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::LowerHex::fmt(&self.0, f)
                }
            }
        }
    };
}
generic!(first);
generic!(second);

#[test]
fn one_trap_for_all() {
    let foo = together::Foo("foo");
    assert_eq!(
        format!("{foo:?}, {foo}, {foo:x}, {foo:X}"),
        "debug foo, display foo, hex foo, HEX foo"
    );
    assert_eq!(
        format!("{0:?}, {0}", another::Foo),
        "another debug, another display"
    );
    let first = first::Foo::<_, 1>(10);
    assert_eq!(format!("{first:?}, {first}, {first:x}"), "10, 10, a");
    let second = second::Foo::<_, 1>(11);
    assert_eq!(format!("{second:?}, {second}, {second:x}"), "11, 11, b");
}
