#![feature(prelude_import)]
//! Impls by mode.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::attr::mode;

/// Makes a text.
pub trait Stringer {
    /// Of which kind.
    const KIND: u8;
    /// The text.
    fn string(&self)
    -> String;
}

/// Found without the trait.
pub struct Inside(
    /// A part of the text.
    pub u8);
impl Stringer for Inside {
    const KIND: u8 = 1;
    #[doc = " Docs go along."]
    fn string(&self) -> String {

        ::alloc::__export::must_use({
                ::alloc::fmt::format(format_args!("inside {0}", self.0))
            })
    }
}
#[allow(dead_code, deprecated, unreachable_pub, unused_qualifications, clippy
:: all, clippy :: pedantic, clippy :: nursery, clippy :: restriction,)]
impl Inside {
    #[doc = "[`Stringer::KIND`](Stringer::KIND)."]
    pub const KIND: u8 = <Self as Stringer>::KIND;
    #[doc = " Docs go along."]
    #[inline]
    pub fn string(&self) -> String { <Self as Stringer>::string(self) }
}
/// Found by the trait's name only.
pub struct Outside<T>(
    /// A part of the text.
    pub T);
impl<T: core::fmt::Debug> Stringer for Outside<T> {
    const KIND: u8 = 2;
    fn string(&self) -> String {
        ::alloc::__export::must_use({
                ::alloc::fmt::format(format_args!("outside {0:?}", self.0))
            })
    }
}
const _: () =
    {
        #[diagnostic::on_unimplemented(message =
        "`Outside<T>` has no method `string`: its impl of `Stringer` is external",
        label = "call this through the trait", note =
        "write `Stringer::string(&x)` or `q!(x.Stringer::string())`", note =
        "a `string` of another trait, or of what this dereferences to, is called by a path, too")]
        #[allow(non_camel_case_types)]
        pub trait DotCall_string<'__a> { }
        #[diagnostic::do_not_recommend]
        impl DotCall_string<'_> for ::linkface_traits::__private::mode::Nobody
            {
        }
        #[doc(hidden)]
        #[allow(dead_code, deprecated, unreachable_pub, unused_qualifications,
        clippy :: all, clippy :: pedantic, clippy :: nursery, clippy ::
        restriction,)]
        #[allow(private_interfaces, private_bounds)]
        impl<T: core::fmt::Debug> Outside<T> {
            #[doc(hidden)]
            #[allow(dead_code, non_upper_case_globals)]
            pub(crate) const __mode_string_HASH:
                ::core::primitive::bool =
                true;
            #[doc(hidden)]
            #[inline]
            pub fn string(&self) -> String where
                for<'__a> Self: DotCall_string<'__a> {
                <Self as Stringer>::string(self)
            }
        }
    };
#[doc(hidden)]
#[allow(dead_code, non_upper_case_globals)]
const __mode_string_HASH: ::core::primitive::bool = true;
