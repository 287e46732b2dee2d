//! The article's samples: a function of the type's own implements a trait, and a trait's methods
//! become the type's own.

mod a {
    pub(crate) struct Foo;

    impl Foo {
        pub(crate) fn boing() -> i32 {
            7
        }
    }
}

mod b {
    use super::a::Foo;
    use linkface_traits::attr::*;
    use linkface_traits::delegate;

    #[delegatable]
    pub(crate) trait Bar {
        fn boing() -> i32;
    }

    delegate! {
        impl Bar for Foo {
            use Foo::boing;
        }
    }
}

#[test]
fn a_function_of_the_type_implements_the_trait() {
    fn boing<T: b::Bar>() -> i32 {
        T::boing()
    }
    assert_eq!(boing::<a::Foo>(), 7);
}

mod stringer {
    use linkface_traits::attr::*;
    use linkface_traits::delegate;

    #[delegatable]
    pub(crate) trait Stringer {
        fn string(&self) -> String;
    }

    pub(crate) struct Woofer;

    impl Stringer for Woofer {
        fn string(&self) -> String {
            "bark".to_owned()
        }
    }

    delegate! {
        impl Woofer {
            pub(crate) use Stringer::*;
        }
    }
}

#[test]
fn a_method_of_the_trait_is_the_types_own() {
    // The trait is not imported.
    assert_eq!(stringer::Woofer.string(), "bark");
}
