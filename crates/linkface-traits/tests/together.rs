//! Several macros on one thing.

#![allow(unreachable_pub, reason = "what users export is public")]

use linkface_traits::{anon, delegate, sam};

mod orders {
    use linkface_traits::attr::*;

    #[sam]
    #[delegatable]
    pub trait SamFirst {
        fn run(&self, value: impl core::fmt::Display) -> String;
    }
    #[delegatable]
    #[sam]
    pub trait DelegatableFirst {
        fn run(&self, value: impl core::fmt::Display) -> String;
    }
    #[mode(default = internal)]
    #[sam]
    pub trait ModeFirst {
        fn run(&self, value: u32) -> u32;
    }
    #[sam(static)]
    #[mode(default = internal)]
    pub trait ModeLast {
        fn run(&self, value: u32) -> u32;
    }
    #[mode(default = external)]
    #[delegatable]
    #[sam]
    pub trait All {
        fn run(&self, value: u32) -> u32;
    }
    #[sam]
    #[mode(default = internal)]
    #[delegatable]
    pub trait Mixed {
        fn run(&self, value: u32) -> u32;
        fn twice(&self, value: u32) -> u32 {
            self.run(self.run(value))
        }
    }

    /// One place in the source, several traits.
    macro_rules! repeated {
        ($($module:ident)+) => {$(
            pub mod $module {
                #[linkface_traits::attr::sam]
                #[linkface_traits::attr::delegatable]
                pub trait Repeated {
                    fn run(&self, value: u32) -> u32;
                }
            }
        )+};
    }
    repeated! { one two }
}

struct By<T>(T);

delegate! {
    impl<T: orders::SamFirst> orders::SamFirst for By<T> { use self.0.*; }
    impl<T: orders::DelegatableFirst> orders::DelegatableFirst for By<T> { use self.0.*; }
    impl<T: orders::one::Repeated> orders::one::Repeated for By<T> { use self.0.*; }
    impl<T: orders::two::Repeated> orders::two::Repeated for By<T> { use self.0.*; }
}

#[test]
fn a_trait_with_two_attributes_tells_once() {
    let k = 3;
    let first = By(sam!(impl orders::SamFirst |value| format!("{value}{k}")));
    assert_eq!(orders::SamFirst::run(&first, 'a'), "a3");
    let second = By(
        sam!(impl orders::DelegatableFirst [k: &i32] |value: impl core::fmt::Display| {
            format!("{value}{k}")
        }),
    );
    assert_eq!(orders::DelegatableFirst::run(&second, 'b'), "b3");
    assert_eq!(
        orders::one::Repeated::run(&By(orders::one::Repeated(|n| n + 1)), 1),
        2
    );
    assert_eq!(
        orders::two::Repeated::run(&By(orders::two::Repeated(|n| n + 2)), 1),
        3
    );
}

mod types {
    use super::orders::{All, Mixed, ModeFirst, ModeLast};
    use linkface_traits::attr::*;

    pub struct Three;
    #[mode]
    impl ModeFirst for Three {
        fn run(&self, value: u32) -> u32 {
            value + 3
        }
    }
    pub struct Four;
    #[mode]
    impl ModeLast for Four {
        fn run(&self, value: u32) -> u32 {
            value + 4
        }
    }
    pub struct Five;
    #[mode]
    impl All for Five {
        fn run(&self, value: u32) -> u32 {
            value + 5
        }
    }
    pub struct Six;
    #[mode(internal, all)]
    impl Mixed for Six {
        fn run(&self, value: u32) -> u32 {
            value + 6
        }
    }
}

#[test]
fn a_traits_default_mode_is_told_beside_other_attributes() {
    assert_eq!(types::Three.run(1), 4);
    assert_eq!(types::Four.run(1), 5);
    assert_eq!(orders::All::run(&types::Five, 1), 6);
    assert_eq!(types::Six.twice(1), 13);
}

/// The order is the reader's: `#[mode]` sees what `#[delegate]` left, or the other way round.
mod delegated {
    use super::orders::Mixed;
    use linkface_traits::attr::*;

    pub struct Inner;
    impl Mixed for Inner {
        fn run(&self, value: u32) -> u32 {
            value * 10
        }
    }
    pub struct Outer(pub Inner);
    #[delegate(use self.0.*)]
    #[mode(internal)]
    impl Mixed for Outer {}
}

#[test]
fn delegated_methods_can_be_internal() {
    assert_eq!(delegated::Outer(delegated::Inner).run(2), 20);
    assert_eq!(delegated::Outer(delegated::Inner).twice(2), 200);
}

#[test]
fn objects_are_made_of_each_other() {
    let k = 2;
    let callback = anon! { impl orders::Mixed for _ {
        fn run(&self, value: u32) -> u32 {
            orders::Mixed::run(&orders::Mixed(|n| n * k), value) + 1
        }
    } };
    assert_eq!(orders::Mixed::twice(&callback, 3), 15);
}
