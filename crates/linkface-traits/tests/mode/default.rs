//! A trait's default mode.

use linkface_traits::attr::mode;

mod traits {
    use linkface_traits::attr::mode;

    /// External by default.
    #[mode(default = external)]
    pub(crate) trait Stringer {
        fn string(&self) -> String;
        fn twice(&self) -> String {
            self.string() + &self.string()
        }
    }

    /// Internal by default.
    #[mode(default = internal)]
    pub(crate) trait Shape<T = u8, const N: usize = 2> {
        /// What it weighs.
        const WEIGHT: u8 = 3;
        type Out;
        fn area(&self) -> Self::Out;
        /// The area of several.
        #[must_use]
        fn areas(&self) -> [Self::Out; N] {
            core::array::from_fn(|_| self.area())
        }
        fn convert<U: Into<T>>(&self, from: U) -> T {
            from.into()
        }
    }

    /// Extensions by default.
    #[mode(default = extension)]
    pub(crate) trait Tap {
        fn tap(&self) -> &Self {
            self
        }
    }
}

mod types {
    use super::{mode, traits};

    pub(crate) struct Foo(pub(crate) u8);

    #[mode]
    impl traits::Stringer for Foo {
        fn string(&self) -> String {
            self.0.to_string()
        }
    }
    #[mode(pub(crate))]
    impl traits::Shape<u16> for Foo {
        type Out = u8;
        fn area(&self) -> u8 {
            self.0
        }
    }
    #[mode]
    impl traits::Tap for Foo {}

    pub(crate) struct Bar;
    /// Another mode than the trait's.
    #[mode(internal, all)]
    impl traits::Stringer for Bar {
        fn string(&self) -> String {
            "bar".into()
        }
    }
    /// What can't be external is said to be an extension.
    #[mode(extension)]
    impl traits::Stringer for u8 {
        fn string(&self) -> String {
            "u8".into()
        }
    }
}

#[test]
fn impls_take_the_default_of_the_trait() {
    use traits::Tap as _;
    let foo = types::Foo(4);
    assert_eq!(traits::Stringer::string(&foo), "4");
    assert_eq!(foo.area(), 4);
    assert_eq!(foo.areas(), [4, 4]);
    assert_eq!(foo.convert(1_u8), 1_u16);
    assert_eq!(types::Foo::WEIGHT, 3);
    assert_eq!(foo.tap().0, 4);
}

#[test]
fn impls_can_have_another_mode() {
    use traits::Stringer as _;
    assert_eq!(types::Bar.twice(), "barbar");
    assert_eq!(1_u8.twice(), "u8u8");
}
